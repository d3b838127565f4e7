/* The address says what the lists on the page show: see pagina/delen/adresbalk.py. When a run has ended the words of each
   list take the place of those in the address, so that a link keeps its meaning when newer facts come, and holds nothing
   that does not count. The address of a first visit, in which nothing is chosen, stays as it is. */

(() => {
  const RUST_MS = 50; // Streamlit draws the last of a page just after it says that it is done
  const ANDERS = ["gegevens", "bekend", "versie", "methode"]; // which facts: no choice from a list
  const isGekozen = () => [...new URLSearchParams(location.search).keys()].some((naam) => !ANDERS.includes(naam));
  const gelijk = (a, b) => a.length === b.length && a.every((woord, plek) => woord === b[plek]);
  let pad = location.pathname;
  let gekozen = isGekozen(); // also where Streamlit takes it out of the address again: it is as at the start
  let gezet = []; // the lists that stood on the page last: of one that is gone the address holds nothing any more
  let klok;

  function zet() {
    if (document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState !== "notRunning") return;
    if (location.pathname !== pad) [pad, gekozen, gezet] = [location.pathname, false, []];
    const bladzijde = pad.slice(pad.lastIndexOf("/") + 1);
    const lijsten = [...document.querySelectorAll(".vp-keuze")].map((merk) => merk.dataset)
      .filter((lijst) => lijst.bladzijde === bladzijde)
      .map(({ naam, altijd, woorden }) => ({ naam, altijd, woorden: JSON.parse(woorden) }));
    gekozen ||= isGekozen() || lijsten.some((lijst) => !lijst.altijd && lijst.woorden.length);
    if (!gekozen || !lijsten.length) return;
    const url = new URL(location.href);
    const namen = lijsten.map(({ naam }) => naam);
    for (const naam of gezet) if (!namen.includes(naam)) url.searchParams.delete(naam);
    gezet = namen;
    for (const { naam, woorden } of lijsten) {
      if (gelijk(url.searchParams.getAll(naam), woorden)) continue;
      url.searchParams.delete(naam);
      for (const woord of woorden) url.searchParams.append(naam, woord);
    }
    if (url.search !== new URL(location.href).search) history.replaceState(history.state, "", url);
  }

  /** Where Streamlit only leaves choices out of the address (they are as at the start, or were cleared) that is no step
      for Back: who came by a link goes back to where it stood. */
  const stap = history.pushState.bind(history);
  history.pushState = (staat, titel, adres) => {
    const [nu, nieuw] = [new URL(location.href), new URL(adres, location.href)];
    const weg = [...nu.searchParams].filter(([naam, woord]) => !nieuw.searchParams.getAll(naam).includes(woord));
    const minder = [...nieuw.searchParams].every(([naam, woord]) => nu.searchParams.getAll(naam).includes(woord));
    const zelfde = nu.pathname === nieuw.pathname && minder && weg.every(([naam]) => !ANDERS.includes(naam));
    if (zelfde) history.replaceState(staat, titel, adres);
    else stap(staat, titel, adres);
  };

  window.addEventListener("popstate", () => { [pad, gekozen, gezet] = [location.pathname, isGekozen(), []]; });
  new MutationObserver(() => {
    clearTimeout(klok);
    klok = setTimeout(zet, RUST_MS);
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"] });
})();
