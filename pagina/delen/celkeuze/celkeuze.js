// Makes the Plotly heatmap in a keyed container choosable: see celkeuze.py.
//
// Streamlit calls the default export again on every rerun with new data; the chart may appear before or after that,
// be redrawn, resized or replaced. So: one record per map that outlives reruns, and one `koppel` that may be called
// at any time and puts everything where it belongs.

const kaarten = new Map();
const PIJLEN = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
// a phone has no Tab; the layer itself still says the keys, for whoever has a keyboard with it
const UITLEG = matchMedia('(pointer: coarse)').matches
  ? 'Tik op een vak.'
  : 'Kies een vak: klik, of ga met Tab naar de kaart en gebruik de pijltjestoetsen en Enter.';
const UITLEG_KAART = 'Pijltjestoetsen: ander vak. Enter: kies. Home en End: begin en einde van de rij. Escape: verlaat.';

const maak = (soort, klasse, tekst = '') => {
  const element = document.createElement(soort);
  element.className = klasse;
  element.textContent = tekst;
  return element;
};

const is_vak = (data, [rij, kolom]) => data.codes[rij]?.[kolom] != null;

const zin = (data, [rij, kolom]) =>
  `${data.kolommen[kolom]}, ${data.rijen[rij]}: ${data.woorden[data.codes[rij][kolom]]}`;

function vakken(data) {
  return data.codes.flatMap((rij, r) => rij.flatMap((code, k) => (code == null ? [] : [[r, k]])));
}

// The cell an arrow leads to: the next one straight on; where there is none, the nearest one further that way.
function volgende(data, [rij, kolom], [dr, dk]) {
  const vooruit = vakken(data).filter(([r, k]) => (r - rij) * dr + (k - kolom) * dk > 0);
  const afstand = ([r, k]) => {
    const recht = Math.abs(dr ? r - rij : k - kolom);
    const opzij = Math.abs(dr ? k - kolom : r - rij);
    return opzij === 0 ? recht : 1e6 + recht * 1e3 + opzij;
  };
  return vooruit.reduce((beste, vak) => (!beste || afstand(vak) < afstand(beste) ? vak : beste), null);
}

function sprong(data, toets, [rij, kolom], heleKaart) {
  const alle = heleKaart ? vakken(data) : vakken(data).filter(([r]) => r === rij);
  if (toets === 'Home') return alle[0];
  return toets === 'End' ? alle[alle.length - 1] : [rij, kolom];
}

// Pixels of a cell inside the chart. Plotly keeps no public record of where its axes lie.
function plaats(gd, [rij, kolom]) {
  const langs = (as, waarde) => {
    const [van, tot] = as.range.map(Number);
    return as._offset + ((waarde - van) / (tot - van)) * as._length;
  };
  const { xaxis, yaxis } = gd._fullLayout;
  // range runs downwards, but pixels of a y axis count from its top: first row on top means range[1] above
  const boven = yaxis._offset + ((rij - 0.5 - yaxis.range[1]) / (yaxis.range[0] - yaxis.range[1])) * yaxis._length;
  const hoog = yaxis._length / Math.abs(yaxis.range[0] - yaxis.range[1]);
  const links = langs(xaxis, kolom - 0.5);
  return { links, boven, breed: langs(xaxis, kolom + 0.5) - links, hoog };
}

function teken(kaart) {
  const { gd, data } = kaart;
  if (!gd?._fullLayout?.xaxis?._length) return;
  for (const [ring, vak] of [[kaart.focusring, kaart.vak], [kaart.anker, kaart.vak], [kaart.keuzering, data.gekozen]]) {
    const zichtbaar = vak && is_vak(data, vak);
    if (ring === kaart.keuzering) ring.style.display = zichtbaar ? 'block' : 'none';
    if (!zichtbaar) continue;
    const { links, boven, breed, hoog } = plaats(gd, vak);
    Object.assign(ring.style, {
      left: `${links + 1}px`, top: `${boven + 1}px`, width: `${breed - 2}px`, height: `${hoog - 2}px`,
    });
  }
}

function ga(kaart, vak, { schuif = true } = {}) {
  if (!vak || !is_vak(kaart.data, vak)) return;
  kaart.vak = vak;
  kaart.namen = [kaart.data.rijen[vak[0]], kaart.data.kolommen[vak[1]]];
  teken(kaart);
  if (!schuif) return;
  kaart.zin.textContent = zin(kaart.data, vak);
  kaart.anker.style.scrollMarginLeft = `${kaart.data.labelbreedte + 8}px`;
  const rustig = matchMedia('(prefers-reduced-motion: reduce)').matches;
  kaart.anker.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: rustig ? 'auto' : 'smooth' });
}

function kies(kaart, vak) {
  if (vak && is_vak(kaart.data, vak)) kaart.meld([...vak]);
}

function toets(kaart, e) {
  if (e.altKey || e.metaKey) return;
  if (e.key === 'Escape') kaart.laag.blur();
  else if (e.key === 'Enter' || e.key === ' ') kies(kaart, kaart.vak);
  else if (PIJLEN[e.key]) ga(kaart, volgende(kaart.data, kaart.vak, PIJLEN[e.key]));
  else if (e.key === 'Home' || e.key === 'End') ga(kaart, sprong(kaart.data, e.key, kaart.vak, e.ctrlKey));
  else return;
  e.preventDefault();
  e.stopPropagation();
}

// Where the reader was: the cell of the same names, else the one now in that place, else the chosen or first one.
function hervind(kaart) {
  const { data, vak, namen } = kaart;
  const zelfde = namen && [data.rijen.indexOf(namen[0]), data.kolommen.indexOf(namen[1])];
  const nieuw = [zelfde, vak, data.gekozen].find((plek) => plek && is_vak(data, plek)) ?? vakken(data)[0];
  kaart.vak = null;
  ga(kaart, nieuw, { schuif: false });
}

// Labels stay in view while the cells scroll: their part of the drawing moves along, on a ground of its own.
function schuifLabels(kaart) {
  const { gd, doos, data } = kaart;
  const info = gd?.querySelector('g.infolayer');
  if (!info || !doos) return;
  const dx = doos.scrollLeft;
  let grond = info.querySelector('rect.celkeuze-grond');
  if (!dx && !grond) return;
  if (!grond) {
    grond = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    grond.setAttribute('class', 'celkeuze-grond');
  }
  const labels = [...info.querySelectorAll('g.annotation')].filter(
    (label) => gd._fullLayout.annotations[label.dataset.index]?.xref === 'paper');
  for (const label of labels) label.style.transform = dx ? `translateX(${dx}px)` : '';
  grond.style.fill = kaart.kleuren['--celkeuze-grond'];
  for (const [naam, waarde] of Object.entries({ x: dx, y: 0, width: dx ? data.labelbreedte : 0, height: '100%' })) {
    grond.setAttribute(naam, waarde);
  }
  if (!grond.isConnected) info.append(grond, ...labels);
}

function koppel(kaart) {
  const doos = document.querySelector(`.st-key-${kaart.data.kaart}`);
  const gd = doos?.querySelector('.js-plotly-plot');
  if (!gd?.on) return;
  if (kaart.gd !== gd) {
    kaart.meter.disconnect();
    kaart.meter.observe(gd);
    Object.assign(kaart, { gd, doos });
  }
  for (const [soort, doe] of Object.entries(kaart.luister)) {
    gd.removeListener(soort, doe);
    gd.on(soort, doe);
  }
  doos.classList.add('celkeuze-doos');
  doos.removeEventListener('scroll', kaart.schuif);
  doos.addEventListener('scroll', kaart.schuif, { passive: true });
  const vakje = gd.closest('[data-testid="stElementContainer"]');
  if (vakje) vakje.style.minWidth = `${kaart.data.smalste}px`;
  gd.style.position = 'relative';
  if (kaart.laag.parentElement !== gd) {
    gd.append(kaart.laag);
    if (kaart.had_focus) kaart.laag.focus({ preventScroll: true });
  }
  teken(kaart);
  schuifLabels(kaart);
}

function nieuweKaart(voet) {
  const kaart = { vak: null, namen: null, gd: null, had_focus: false, kleuren: {} };
  kaart.laag = maak('div', 'celkeuze-laag');
  kaart.keuzering = maak('div', 'celkeuze-ring celkeuze-gekozen');
  kaart.focusring = maak('div', 'celkeuze-ring celkeuze-focus');
  // the ring may still be gliding when we scroll: its anchor is already there
  kaart.anker = maak('div', 'celkeuze-anker');
  kaart.laag.append(kaart.anker, kaart.keuzering, kaart.focusring);
  kaart.laag.tabIndex = 0;
  kaart.laag.setAttribute('role', 'application');
  kaart.laag.setAttribute('aria-roledescription', 'kaart met vakken');
  kaart.laag.addEventListener('keydown', (e) => toets(kaart, e));
  kaart.laag.addEventListener('focus', () => { kaart.had_focus = true; ga(kaart, kaart.vak); });
  // a layer that is taken out of the page loses focus too, but keeps had_focus: it gets it back
  kaart.laag.addEventListener('blur', () => { kaart.had_focus = !kaart.laag.isConnected; kaart.zin.textContent = ''; });
  kaart.luister = {
    plotly_click: (gebeurtenis) => {
      const vak = gebeurtenis.points?.[0]?.pointIndex ?? gebeurtenis.points?.[0]?.pointNumber;
      if (!Array.isArray(vak)) return;
      ga(kaart, vak, { schuif: false });
      kies(kaart, vak);
    },
    plotly_afterplot: () => kaart.straks(),
  };
  kaart.schuif = () => schuifLabels(kaart);
  let wacht = 0;
  kaart.straks = () => {
    cancelAnimationFrame(wacht);
    wacht = requestAnimationFrame(() => koppel(kaart));
  };
  kaart.meter = new ResizeObserver(kaart.straks);
  // the chart is drawn late (its code is fetched first), and Streamlit may draw it anew
  kaart.oog = new MutationObserver(kaart.straks);
  kaart.oog.observe(document.querySelector('[data-testid="stMain"]') ?? document.body, { childList: true, subtree: true });
  kaart.voet = voet;
  return kaart;
}

function vulVoet(kaart, parentElement) {
  if (!kaart.zin) {
    kaart.zin = maak('div', 'celkeuze-zin');
    kaart.zin.setAttribute('role', 'status');
    kaart.uitleg = maak('div', 'celkeuze-uitleg', UITLEG);
    kaart.legenda = maak('ul', 'celkeuze-legenda');
    kaart.voet.append(kaart.legenda, kaart.uitleg, kaart.zin);
  }
  if (kaart.voet.parentElement !== parentElement) parentElement.append(kaart.voet);
  kaart.legenda.replaceChildren(...kaart.data.legenda.map(([tekst, vlak, kleur]) => {
    const chip = maak('li', '', tekst);
    Object.assign(chip.style, { background: vlak, color: kleur });
    return chip;
  }));
  kaart.legenda.hidden = kaart.data.legenda.length === 0;
}

export default function ({ data, parentElement, setTriggerValue }) {
  let kaart = kaarten.get(parentElement);
  if (!kaart) {
    kaart = nieuweKaart(maak('div', 'celkeuze-voet'));
    kaarten.set(parentElement, kaart);
  }
  kaart.data = data;
  kaart.meld = (vak) => setTriggerValue('keuze', vak);
  vulVoet(kaart, parentElement);
  kaart.laag.setAttribute('aria-label', `${data.naam}. ${UITLEG_KAART}`);
  const stijl = getComputedStyle(kaart.voet);
  for (const [onze, hunne] of [['tekst', 'text'], ['grond', 'background'], ['accent', 'primary']]) {
    kaart.kleuren[`--celkeuze-${onze}`] = stijl.getPropertyValue(`--st-${hunne}-color`);
    kaart.laag.style.setProperty(`--celkeuze-${onze}`, kaart.kleuren[`--celkeuze-${onze}`]);
  }
  hervind(kaart);
  koppel(kaart);
  return () => {
    kaarten.delete(parentElement);
    kaart.oog.disconnect();
    kaart.meter.disconnect();
    for (const [soort, doe] of Object.entries(kaart.luister)) kaart.gd?.removeListener?.(soort, doe);
    kaart.doos?.removeEventListener('scroll', kaart.schuif);
    kaart.laag.remove();
  };
}
