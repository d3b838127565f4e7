/* Runs before Streamlit's own scripts, after taal.js: links that stay within the open page.

   A link to a page of this dashboard goes there without loading everything again, where that gives the same page.
   Streamlit follows the address of the browser on popstate, and the filters bound to it too. Its own menu is taken over
   as well: that first puts the page without its filters in the history, so that Back took two steps. */

(() => {
  const BEGIN = new URL("..", document.currentScript.src).pathname;
  const GEDULD_MS = 10000;
  // Which facts the reader looks at (pagina/delen/peil.py) goes along to every page. No widget is bound to these.
  const MEE = ["gegevens", "bekend", "versie", "methode"];
  const TIJD = MEE.slice(1); // a link that itself says as known when takes none of these from here
  const naarAdres = history.pushState.bind(history); // a step of the reader, whatever adres.js makes of Streamlit's own
  const aangevuld = new WeakMap(); // links to which that was added: how their address was, and how it is
  let beurt = 0;
  let pad = location.pathname; // of the page that stands; the address bar may be ahead of it

  const app = () => document.querySelector('[data-testid="stApp"]');
  const hoofd = () => document.querySelector('[data-testid="stMain"]');
  const bezig = () => app()?.dataset.testScriptState !== "notRunning";
  const anker = (hash) => (hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null);

  /** The address that a click on this element leads to, when that is a page of this dashboard. */
  function bladzijde(link) {
    const nu = link.getAttribute("href") ?? link.getAttribute("xlink:href"); // SVG may have the second
    const adres = aangevuld.get(link)?.nieuw === nu ? aangevuld.get(link).oud : nu;
    if (!adres || link.hasAttribute("download")) return null;
    const url = new URL(adres, location.href);
    const naam = url.pathname.startsWith(BEGIN) ? url.pathname.slice(BEGIN.length) : "/";
    if (url.origin !== location.origin || /[/.]/.test(naam)) return null; // a file has a dot in its name
    const hier = new URLSearchParams(location.search);
    const eigen = TIJD.some((keuze) => url.searchParams.has(keuze));
    for (const keuze of MEE.filter((naam) => !eigen || !TIJD.includes(naam))) {
      if (hier.has(keuze) && !url.searchParams.has(keuze)) url.searchParams.set(keuze, hier.get(keuze));
    }
    return url;
  }

  /** Let the link itself say what goes along too, for who opens it in a new tab or copies it. */
  function vulAan(gebeurtenis) {
    const link = gebeurtenis.target.closest?.("a[href]");
    const url = link && bladzijde(link);
    if (!url || !MEE.some((keuze) => url.searchParams.has(keuze) || aangevuld.has(link))) return;
    const nu = link.getAttribute("href");
    const oud = aangevuld.get(link)?.nieuw === nu ? aangevuld.get(link).oud : nu;
    aangevuld.set(link, { oud, nieuw: url.href });
    link.setAttribute("href", url.href);
  }

  /** Whether only a fresh load gives what the address says. On leaving a page Streamlit 1.67 takes its filters out of the
      address, also where the next page has one of the same name: that page would open without its choice. */
  function moetLaden(url) {
    const staat = (keuze) => document.querySelector(`.st-key-${CSS.escape(keuze)}`);
    const keuzes = [...new URLSearchParams(url.search).keys()].filter((keuze) => !MEE.includes(keuze));
    return url.pathname !== pad && keuzes.some(staat);
  }

  /** Let a screen reader start at this place, and show it. */
  function naar(element, { rol }) {
    if (!element.hasAttribute("tabindex")) element.setAttribute("tabindex", "-1");
    element.focus({ preventScroll: true });
    if (rol) element.scrollIntoView({ block: "start" });
  }

  /** When the new page stands: focus on its title, or on the place in it that the address names. */
  function ontvang({ terug }) {
    const mijn = ++beurt;
    const begonnen = performance.now();
    const had = document.activeElement;
    const h1 = document.querySelector("h1")?.textContent;
    const { hash } = location; // Streamlit drops it where it changes the address
    let gezien = false;
    const kijk = () => {
      if (mijn !== beurt) return;
      const duur = performance.now() - begonnen;
      gezien ||= bezig();
      const titel = document.querySelector("h1");
      const klaar = !bezig() && (gezien || duur > 1500 || (titel && titel.textContent !== h1));
      const doel = anker(hash);
      if ((!klaar || (hash.length > 1 && !doel)) && duur < GEDULD_MS) return void setTimeout(kijk, 40);
      const nu = document.activeElement;
      const vrij = !nu || nu === document.body || nu === had || !nu.isConnected; // who has moved on is left alone
      if (doel) naar(doel, { rol: true });
      else if (titel && vrij) {
        if (!terug) hoofd()?.scrollTo(0, 0);
        naar(titel, { rol: false });
      }
    };
    setTimeout(kijk, 40);
  }

  document.addEventListener("pointerdown", vulAan, true);
  document.addEventListener(
    "click",
    (klik) => {
      const link = klik.target.closest?.("a[href], a[*|href]");
      const url = link && bladzijde(link);
      if (!url || klik.button !== 0) return;
      if (klik.ctrlKey || klik.metaKey || klik.shiftKey || klik.altKey) {
        vulAan(klik);
        klik.stopImmediatePropagation(); // a new tab, as everywhere; Streamlit's menu would stay in this one
        return;
      }
      const zelfde = url.pathname === location.pathname && url.search === location.search;
      if (zelfde && url.hash) return; // a place on this page: the browser knows the way
      klik.preventDefault();
      klik.stopImmediatePropagation();
      if (zelfde) return void hoofd()?.scrollTo(0, 0);
      if (moetLaden(url)) return void location.assign(url);
      naarAdres({}, "", url);
      window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
      // a menu that was open over the page closes, as it does on Escape
      link.closest('[data-testid="stTopNavPopover"], [role="dialog"], [role="menu"]')
        ?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
      if (!link.closest('[data-testid="stSidebar"]')) return;
      document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
    },
    true,
  );

  window.addEventListener("popstate", (stap) => {
    const ander = location.pathname !== pad;
    if (stap.isTrusted && moetLaden(location)) {
      stap.stopImmediatePropagation();
      location.reload();
      return;
    }
    pad = location.pathname;
    if (ander || !stap.isTrusted) ontvang({ terug: stap.isTrusted });
  });
  document.addEventListener("DOMContentLoaded", () => location.hash.length > 1 && ontvang({ terug: false }));
})();
