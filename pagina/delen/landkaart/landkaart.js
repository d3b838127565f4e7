// Draws the map of gemeenten and lets a reader walk through it: see landkaart.py.
//
// Streamlit calls the default export again on every rerun, with all data. What was drawn stays when the outlines are
// the same, so that the focus does too; only fills, words and addresses are set anew.

const SVG = 'http://www.w3.org/2000/svg';
const PIJLEN = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const UITLEG = 'Wijs een gemeente aan om te lezen wat bekend is; klik om haar pagina te openen. '
  + 'Met het toetsenbord: Tab, pijltjestoetsen, Enter.';
const UITLEG_KAART = 'Pijltjestoetsen: naar de gemeente die het dichtst in die richting ligt. '
  + 'Home en End: eerste en laatste naam. Enter: open de pagina van de gemeente.';
const kaarten = new Map();

const maak = (soort, klasse, tekst = '') => {
  const element = document.createElement(soort);
  element.className = klasse;
  element.textContent = tekst;
  return element;
};

const teken = (soort, kenmerken = {}) => {
  const element = document.createElementNS(SVG, soort);
  for (const [naam, waarde] of Object.entries(kenmerken)) element.setAttribute(naam, waarde);
  return element;
};

const lees = ([naam, pad, x, y, adres, soort, zin, label]) => ({ naam, pad, x, y, adres, soort, zin, label });

// Lines and dots on a square of 8 pixels; each tells another kind, also for who sees no colour.
const PATRONEN = {
  punt: [['circle', { cx: 2, cy: 2, r: 1.2 }], ['circle', { cx: 6, cy: 6, r: 1.2 }]],
  ring: [['circle', { cx: 4, cy: 4, r: 1.6, hol: true }]],
  plus: [['path', { d: 'M4 1.5v5M1.5 4h5' }]],
  schuin: [['path', { d: 'M-2 2l4-4M0 8l8-8M6 10l4-4' }]],
  terug: [['path', { d: 'M-2 6l4 4M0 0l8 8M6-2l4 4' }]],
  ruit: [['path', { d: 'M0 8l8-8M0 0l8 8' }]],
  liggend: [['path', { d: 'M0 2h8M0 6h8' }]],
  staand: [['path', { d: 'M4 0v8' }]],
};

// Over a colour, and nowhere else: told by the gemeente and not tested, as in every figure.
const VERTELD = { patroon: 'schuin', vlak: 'none', lijn: 'var(--st-text-color)' };

function patroon(id, beeld) {
  const vak = teken('pattern', { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse' });
  vak.append(teken('rect', { width: 8, height: 8, fill: beeld.vlak }));
  for (const [vorm, { hol, ...kenmerken }] of PATRONEN[beeld.patroon]) {
    const lijn = vorm === 'path' || hol;
    vak.append(teken(vorm, {
      ...kenmerken, fill: lijn ? 'none' : beeld.lijn, stroke: lijn ? beeld.lijn : 'none', 'stroke-width': 1.3,
    }));
  }
  return vak;
}

// The hatching of what was told, put among `definities`.
function arcering(kaart, definities, voor) {
  const id = `${kaart.id}-${voor}-verteld`;
  definities.append(patroon(id, VERTELD));
  return `url(#${id})`;
}

// The fill of each kind: a colour, or a pattern that is put among `definities`.
function vullingen(kaart, definities, voor) {
  definities.replaceChildren();
  return Object.fromEntries(Object.entries(kaart.data.soorten).map(([nummer, beeld]) => {
    if (!beeld.patroon) return [nummer, beeld.vlak];
    const id = `${kaart.id}-${voor}-${nummer}`;
    definities.append(patroon(id, beeld));
    return [nummer, `url(#${id})`];
  }));
}

// Straight on before sideways: the nearest in a quarter of the compass, else the nearest that way at all.
function volgende(gemeenten, nu, [dx, dy]) {
  const van = gemeenten[nu];
  let beste = null;
  for (const [nummer, { x, y }] of gemeenten.entries()) {
    const vooruit = (x - van.x) * dx + (y - van.y) * dy;
    const opzij = Math.abs((x - van.x) * dy) + Math.abs((y - van.y) * dx);
    if (vooruit <= 0) continue;
    const afstand = vooruit + 2 * opzij + (opzij > vooruit ? 1e5 : 0);
    if (!beste || afstand < beste.afstand) beste = { nummer, afstand };
  }
  return beste?.nummer ?? nu;
}

function toon(kaart, nummer) {
  const gemeente = nummer === null ? null : kaart.gemeenten[nummer];
  kaart.naam.textContent = gemeente ? gemeente.naam : '';
  const verteld = kaart.data.verteld.gemeenten.includes(nummer) ? ` ${kaart.data.verteld.teken}` : '';
  kaart.merk.textContent = gemeente ? `${kaart.data.soorten[gemeente.soort].merk}${verteld}` : '';
  kaart.zin.textContent = gemeente ? kaart.data.zinnen[gemeente.zin] : UITLEG;
  const pad = gemeente ? gemeente.pad : '';
  for (const ring of kaart.ringen) ring.setAttribute('d', pad);
}

function stop(kaart, nummer) {
  kaart.links[kaart.nu]?.setAttribute('tabindex', '-1');
  kaart.nu = nummer;
  kaart.links[nummer]?.setAttribute('tabindex', '0');
}

function toets(kaart, e) {
  if (e.altKey || e.metaKey || e.ctrlKey) return;
  let naar = null;
  if (PIJLEN[e.key]) naar = volgende(kaart.gemeenten, kaart.nu, PIJLEN[e.key]);
  else if (e.key === 'Home') naar = 0;
  else if (e.key === 'End') naar = kaart.gemeenten.length - 1;
  if (naar === null) return;
  e.preventDefault();
  e.stopPropagation();
  kaart.links[naar].focus();
}

function nummerVan(kaart, doel) {
  const link = doel?.closest?.('a[data-nr]');
  return link ? Number(link.dataset.nr) : null;
}

// Focus is heard on the box around it: a drawing that hears it itself becomes a tab stop of its own in Chromium.
function luister(kaart) {
  kaart.doos.addEventListener('keydown', (e) => toets(kaart, e));
  kaart.svg.addEventListener('pointerover', (e) => toon(kaart, nummerVan(kaart, e.target) ?? kaart.gericht));
  kaart.svg.addEventListener('pointerleave', () => toon(kaart, kaart.gericht));
  kaart.doos.addEventListener('focusin', (e) => {
    kaart.gericht = nummerVan(kaart, e.target);
    if (kaart.gericht !== null) stop(kaart, kaart.gericht);
    toon(kaart, kaart.gericht);
  });
  kaart.doos.addEventListener('focusout', () => {
    kaart.gericht = null;
    toon(kaart, null);
  });
}

// The outlines, and a layer for names and the ring above them. Done again only when the country is another one.
function bouwVorm(kaart) {
  const vorm = kaart.gemeenten.map((gemeente) => gemeente.pad).join('');
  if (vorm === kaart.vorm) return;
  Object.assign(kaart, { vorm, nu: 0, gericht: null });
  kaart.svg.setAttribute('viewBox', `0 0 ${kaart.data.breedte} ${kaart.data.hoogte}`);
  kaart.links = kaart.gemeenten.map((gemeente, nummer) => {
    const link = teken('a', { 'data-nr': nummer, tabindex: -1 });
    link.append(teken('path', { d: gemeente.pad }));
    return link;
  });
  kaart.land.replaceChildren(...kaart.links);
  const eerste = kaart.gemeenten.findIndex((gemeente) => gemeente.label);
  stop(kaart, Math.max(eerste, 0));
}

function vul(kaart) {
  const vulling = vullingen(kaart, kaart.definities, 'k');
  kaart.gemeenten.forEach((gemeente, nummer) => {
    const link = kaart.links[nummer];
    if (gemeente.adres) link.setAttribute('href', gemeente.adres);
    else link.removeAttribute('href');
    link.setAttribute('aria-label', `${gemeente.naam}: ${kaart.data.zinnen[gemeente.zin]}`);
    link.firstChild.setAttribute('fill', vulling[gemeente.soort]);
  });
  // a firm line around every gemeente of which a share is known, also where that is 0%
  kaart.randen.setAttribute('d', kaart.gemeenten.filter(({ soort }) => kaart.data.soorten[soort].aandeel)
    .map(({ pad }) => pad).join(''));
  kaart.verteld.setAttribute('fill', arcering(kaart, kaart.definities, 'k'));
  kaart.verteld.setAttribute('d', kaart.data.verteld.gemeenten.map((nummer) => kaart.gemeenten[nummer].pad).join(''));
}

function vulLegenda(kaart) {
  const vulling = vullingen(kaart, kaart.legendaDefinities, 'l');
  const { verteld } = kaart.data;
  const regels = Object.entries(kaart.data.soorten).map(([nummer, beeld]) => [vulling[nummer], beeld.merk, beeld.aantal]);
  if (verteld.gemeenten.length) {
    regels.push([arcering(kaart, kaart.legendaDefinities, 'l'), verteld.merk, verteld.gemeenten.length]);
  }
  kaart.legenda.replaceChildren(...regels.map(([fill, merk, aantal]) => {
    const regel = maak('li', '');
    const staal = teken('svg', { width: 28, height: 18, 'aria-hidden': 'true', focusable: 'false' });
    staal.append(teken('rect', { x: 0.5, y: 0.5, width: 27, height: 17, fill }));
    regel.append(staal, maak('span', '', merk), maak('span', 'landkaart-aantal', aantal.toLocaleString('nl-NL')));
    return regel;
  }));
}

// How many units of the drawing make a pixel: names, just above what they name, and patterns
// keep their size on every screen.
function meet(kaart) {
  const breed = kaart.svg.getBoundingClientRect().width;
  if (!breed) return;
  const eenheid = kaart.data.breedte / breed;
  kaart.svg.style.setProperty('--landkaart-eenheid', eenheid);
  kaart.labels.replaceChildren(...kaart.gemeenten.flatMap(({ label }, nummer) => {
    if (!label) return [];
    const { x, y, width } = kaart.links[nummer].getBBox();
    const tekst = teken('text', { x: x + width / 2, y: y - 5 * eenheid });
    tekst.textContent = label;
    return [tekst];
  }));
  for (const vak of kaart.definities.children) vak.setAttribute('patternTransform', `scale(${eenheid})`);
}

function nieuweKaart(nummer) {
  const kaart = { id: `landkaart-${nummer}`, vorm: null, links: [], nu: 0, gericht: null };
  kaart.doos = maak('div', 'landkaart');
  kaart.svg = teken('svg', { class: 'landkaart-tekening', role: 'application', 'aria-roledescription': 'landkaart' });
  kaart.definities = teken('defs');
  kaart.land = teken('g', { class: 'landkaart-land' });
  kaart.verteld = teken('path', { class: 'landkaart-verteld' });
  kaart.randen = teken('path', { class: 'landkaart-randen' });
  kaart.labels = teken('g', { class: 'landkaart-labels', 'aria-hidden': 'true' });
  kaart.ringen = ['buiten', 'binnen'].map((deel) => teken('path', { class: `landkaart-ring landkaart-ring-${deel}` }));
  kaart.svg.append(kaart.definities, kaart.land, kaart.verteld, kaart.randen, ...kaart.ringen, kaart.labels);
  kaart.kant = maak('div', 'landkaart-kant');
  kaart.bord = maak('div', 'landkaart-bord');
  [kaart.naam, kaart.merk, kaart.zin] = ['naam', 'merk', 'zin'].map((deel) => maak('p', `landkaart-${deel}`));
  kaart.bord.append(kaart.naam, kaart.merk, kaart.zin);
  kaart.legenda = maak('ul', 'landkaart-legenda');
  const stalen = teken('svg', { width: 0, height: 0, class: 'landkaart-stalen', 'aria-hidden': 'true' });
  kaart.legendaDefinities = teken('defs');
  stalen.append(kaart.legendaDefinities);
  kaart.bron = maak('p', 'landkaart-bron');
  kaart.kant.append(maak('p', 'landkaart-kop', 'Legenda, met het aantal gemeenten'), kaart.legenda, kaart.bron);
  kaart.doos.append(kaart.bord, kaart.svg, kaart.kant, stalen);
  kaart.meter = new ResizeObserver(() => meet(kaart));
  kaart.meter.observe(kaart.svg);
  luister(kaart);
  return kaart;
}

let teller = 0;

export default function ({ data, parentElement }) {
  let kaart = kaarten.get(parentElement);
  if (!kaart) {
    kaart = nieuweKaart(teller += 1);
    kaarten.set(parentElement, kaart);
  }
  kaart.data = data;
  kaart.gemeenten = data.gemeenten.map(lees);
  if (kaart.doos.parentElement !== parentElement) parentElement.append(kaart.doos);
  kaart.svg.setAttribute('aria-label', `${data.naam} ${UITLEG_KAART}`);
  kaart.bron.textContent = data.bron;
  bouwVorm(kaart);
  vul(kaart);
  vulLegenda(kaart);
  meet(kaart);
  toon(kaart, kaart.gericht);
  return () => {
    kaarten.delete(parentElement);
    kaart.meter.disconnect();
    kaart.doos.remove();
  };
}
