/* Runs before Streamlit's own scripts: the page in Dutch, where Streamlit has no setting for it. `WOORDEN` (woorden.json)
   is put above by venster.py. */
/* Streamlit writes numbers, dates and the calendar in the language of the browser. This product is Dutch. */

for (const [naam, waarde] of Object.entries({ language: "nl-NL", languages: Object.freeze(["nl-NL", "nl"]) })) {
  Object.defineProperty(navigator, naam, { get: () => waarde, configurable: true });
}

/* Streamlit's own words in Dutch. Only a text that is one of these words from beginning to end is replaced, and
   never inside what the pages themselves show. A replacement is no key itself, so this cannot go round in circles. */

(() => {
  const KENMERKEN = ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "aria-roledescription"];
  const EIGEN = ["stMarkdownContainer", "stHtml", "stText", "stCode", "stPlotlyChart"]
    .map((id) => `[data-testid="${id}"]`)
    .concat("canvas", "svg", "style", "script", '[role="option"]', "[data-tag]")
    .join(",");
  /** Where Streamlit writes its own word as if a page had. */
  const VAN_STREAMLIT = '[data-testid="stFileUploaderDropzone"] button, [data-testid="stTooltipContent"], [role="tooltip"]';
  const tekst = new Map(Object.entries(WOORDEN.tekst));
  const kenmerk = new Map([...tekst, ...Object.entries(WOORDEN.kenmerk)]);
  const zinnen = new Map(Object.entries(WOORDEN.zinnen)); // so long that they cannot be a page's own: replaced anywhere
  const patroon = ([engels, nederlands]) => [new RegExp(`^${engels}$`, "s"), nederlands];
  const patronen = WOORDEN.patronen.map(patroon);
  const zinpatronen = WOORDEN.zinpatronen.map(patroon);
  const DATUM = /\b(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day, )?[A-Z][a-z]{2,8} \d{1,2}, \d{4}\b/g;

  const datums = (zin) => zin.replace(DATUM, (datum) => {
    const dag = new Date(datum);
    return Number.isNaN(dag.valueOf()) ? datum : dag.toLocaleDateString("nl-NL", { dateStyle: "long" });
  });

  /** The Dutch for a whole text, or undefined when it is not one of Streamlit's. */
  function vertaal(zin, lijst, vormen) {
    const kaal = zin.trim();
    if (!kaal) return undefined;
    const woord = lijst.get(kaal) ?? zinnen.get(kaal);
    if (woord !== undefined) return zin.replace(kaal, () => woord);
    if (kaal.length > 300) return undefined;
    for (const [engels, nederlands] of vormen) {
      if (engels.test(kaal)) return datums(kaal.replace(engels, nederlands));
    }
    return undefined;
  }

  function tekstnoop(noop) {
    const ouder = noop.parentElement;
    const eigen = !ouder || (ouder.closest(EIGEN) && !ouder.closest(VAN_STREAMLIT));
    const nieuw = eigen ? vertaal(noop.data, zinnen, zinpatronen) : vertaal(noop.data, tekst, patronen);
    if (nieuw !== undefined && nieuw !== noop.data) noop.data = nieuw;
  }

  function kenmerken(element, namen = KENMERKEN) {
    for (const naam of namen) {
      const oud = element.getAttribute(naam);
      const nieuw = oud === null ? undefined : vertaal(oud, kenmerk, patronen);
      if (nieuw !== undefined && nieuw !== oud) element.setAttribute(naam, nieuw);
    }
  }

  function alles(noop) {
    if (noop.nodeType === Node.TEXT_NODE) return tekstnoop(noop);
    if (noop.nodeType !== Node.ELEMENT_NODE) return undefined;
    kenmerken(noop);
    for (const element of noop.querySelectorAll(KENMERKEN.map((naam) => `[${naam}]`).join(","))) kenmerken(element);
    const loper = document.createTreeWalker(noop, NodeFilter.SHOW_TEXT);
    while (loper.nextNode()) tekstnoop(loper.currentNode);
    return undefined;
  }

  new MutationObserver((wijzigingen) => {
    for (const { type, target, addedNodes, attributeName } of wijzigingen) {
      if (type === "childList") addedNodes.forEach(alles);
      else if (type === "characterData") tekstnoop(target);
      else kenmerken(target, [attributeName]);
    }
  }).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: KENMERKEN,
  });
})();
