// Makes the map choosable. Streamlit calls the default export again on every rerun with new data: one record per map
// outlives reruns, and with it who had the focus, and where.

const kaarten = new Map();
const PIJLEN = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
// a phone has no Tab; the layer itself still says the keys, for whoever has a keyboard with it
const UITLEG = matchMedia('(pointer: coarse)').matches
  ? 'Tik op een vak.'
  : 'Kies een vak: klik, of ga met Tab naar de kaart en gebruik de pijltjestoetsen en Enter.';
const UITLEG_KAART = 'Pijltjestoetsen: ander vak. Enter: kies. Home en End: begin en einde van de rij. Escape: verlaat.';

const zin = (kaart, [rij, kolom]) =>
  `${kaart.data.kolommen[kolom]}, ${rijnaam(kaart.data, rij)}: ${vakOp(kaart, [rij, kolom])[1]}`;

function alleVakken({ data, nummers }) {
  const uit = [];
  const breed = data.kolommen.length;
  nummers.forEach((nummer, plek) => { if (nummer >= 0) uit.push([Math.floor(plek / breed), plek % breed]); });
  return uit;
}

// The cell an arrow leads to: the next one straight on; where there is none, the nearest one further that way.
function volgende(kaart, [rij, kolom], [dr, dk]) {
  const vooruit = alleVakken(kaart).filter(([r, k]) => (r - rij) * dr + (k - kolom) * dk > 0);
  const afstand = ([r, k]) => {
    const recht = Math.abs(dr ? r - rij : k - kolom);
    const opzij = Math.abs(dr ? k - kolom : r - rij);
    return opzij === 0 ? recht : 1e6 + recht * 1e3 + opzij;
  };
  return vooruit.reduce((beste, vak) => (!beste || afstand(vak) < afstand(beste) ? vak : beste), null);
}

function sprong(kaart, toets, [rij, kolom], heleKaart) {
  const alle = heleKaart ? alleVakken(kaart) : alleVakken(kaart).filter(([r]) => r === rij);
  if (toets === 'Home') return alle[0];
  return toets === 'End' ? alle[alle.length - 1] : [rij, kolom];
}

function ga(kaart, vak, { schuif = true } = {}) {
  if (!vak || !vakOp(kaart, vak)) return;
  const { delen } = kaart;
  kaart.vak = vak;
  kaart.namen = [rijnaam(kaart.data, vak[0]), kaart.data.kolommen[vak[1]]];
  // the ring may still be gliding when we scroll: its anchor is already there
  for (const ring of [delen.anker, delen.focusring]) legOver(ring, kaart, vak);
  if (!schuif) return;
  delen.zin.textContent = zin(kaart, vak);
  const rustig = matchMedia('(prefers-reduced-motion: reduce)').matches;
  delen.anker.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: rustig ? 'auto' : 'smooth' });
}

function kies(kaart, vak) {
  if (vak && vakOp(kaart, vak)) kaart.meld([...vak]);
}

function toets(kaart, e) {
  if (e.altKey || e.metaKey) return;
  if (e.key === 'Escape') {
    zweef(kaart, null);
    kaart.delen.laag.blur();
  } else if (!kaart.vak) return;
  else if (e.key === 'Enter' || e.key === ' ') kies(kaart, kaart.vak);
  else if (PIJLEN[e.key]) ga(kaart, volgende(kaart, kaart.vak, PIJLEN[e.key]));
  else if (e.key === 'Home' || e.key === 'End') ga(kaart, sprong(kaart, e.key, kaart.vak, e.ctrlKey));
  else return;
  e.preventDefault();
  e.stopPropagation();
}

// Where the reader was: the cell of the same names, else the one now in that place, else the chosen or first one.
function hervind(kaart) {
  const { data, vak, namen } = kaart;
  const zelfde = namen && [data.rijen.findIndex(([, naam]) => naam === namen[0]), data.kolommen.indexOf(namen[1])];
  const kan = (plek) => plek && plek[0] >= 0 && vakOp(kaart, plek);
  kaart.vak = null;
  ga(kaart, [zelfde, vak, data.gekozen].find(kan) ?? alleVakken(kaart)[0], { schuif: false });
  const open = data.gekozen && vakOp(kaart, data.gekozen);
  kaart.delen.keuzering.style.display = open ? 'block' : 'none';
  if (open) legOver(kaart.delen.keuzering, kaart, data.gekozen);
}

/** The place under the mouse. */
function onder(kaart, e) {
  const vlak = kaart.delen.vakken.getBoundingClientRect();
  const kolom = Math.floor(((e.clientX - vlak.left) / vlak.width) * kaart.data.kolommen.length);
  return [Math.floor((e.clientY - vlak.top) / RIJHOOGTE), kolom];
}

/** Say beside the mouse what a cell is; nothing where there is none. */
function zweef(kaart, vak, e) {
  const { delen, data } = kaart;
  const wat = vak && vakOp(kaart, vak);
  delen.zweef.hidden = !wat;
  if (!wat) return;
  const [, , , belangrijkst, ...rest] = wat;
  const [, label, uitleg] = data.rijen[vak[0]];
  delen.zweef.replaceChildren(
    maak('b', '', data.kolommen[vak[1]]), maak('span', '', uitleg || label), maak('b', '', belangrijkst),
    ...rest.filter(Boolean).map((regel) => maak('span', '', regel)));
  const { width, height } = delen.zweef.getBoundingClientRect();
  delen.zweef.style.left = `${Math.max(4, Math.min(e.clientX + 14, innerWidth - width - 8))}px`;
  delen.zweef.style.top = `${e.clientY + 18 + height < innerHeight ? e.clientY + 18 : Math.max(4, e.clientY - height - 10)}px`;
}

function luister(kaart) {
  const { laag, zin: regel, doos } = kaart.delen;
  laag.addEventListener('keydown', (e) => toets(kaart, e));
  laag.addEventListener('focus', () => ga(kaart, kaart.vak));
  laag.addEventListener('blur', () => { regel.textContent = ''; });
  // a click chooses; the focus stays where the keyboard put it
  laag.addEventListener('mousedown', (e) => e.preventDefault());
  laag.addEventListener('click', (e) => {
    ga(kaart, onder(kaart, e), { schuif: false });
    kies(kaart, onder(kaart, e));
  });
  laag.addEventListener('pointermove', (e) => {
    const vak = onder(kaart, e);
    laag.style.cursor = vakOp(kaart, vak) ? 'pointer' : '';
    if (e.pointerType === 'mouse') zweef(kaart, vak, e);
  });
  laag.addEventListener('pointerleave', () => zweef(kaart, null));
  doos.addEventListener('scroll', () => zweef(kaart, null), { passive: true });
}

function nieuweKaart() {
  const delen = {};
  const bouw = (naam, soort, klasse, ...inhoud) => {
    delen[naam] = maak(soort, klasse);
    delen[naam].append(...inhoud);
    return delen[naam];
  };
  const stil = (element) => {
    element.setAttribute('aria-hidden', 'true');
    return element;
  };
  bouw('laag', 'div', 'celkeuze-laag',
    bouw('anker', 'div', 'celkeuze-anker'),
    bouw('keuzering', 'div', 'celkeuze-ring celkeuze-gekozen'),
    bouw('focusring', 'div', 'celkeuze-ring celkeuze-focus'));
  delen.arcering = nieuweArcering();
  bouw('vakken', 'div', 'celkeuze-vakken',
    stil(bouw('kleuren', 'canvas', 'celkeuze-kleuren')), stil(delen.arcering),
    stil(bouw('lijnen', 'div', 'celkeuze-lijnen')),
    stil(bouw('teksten', 'canvas', 'celkeuze-teksten')), delen.laag);
  bouw('kaart', 'div', 'celkeuze-kaart',
    stil(bouw('kolommen', 'div', 'celkeuze-kolommen')), stil(bouw('rijen', 'div', 'celkeuze-rijen')), delen.vakken);
  bouw('doos', 'div', 'celkeuze-doos', delen.kaart);
  bouw('voet', 'div', 'celkeuze-voet',
    bouw('legenda', 'ul', 'celkeuze-legenda'), maak('div', 'celkeuze-uitleg', UITLEG),
    bouw('zin', 'div', 'celkeuze-zin'), stil(bouw('zweef', 'div', 'celkeuze-zweef')));
  delen.kaart.setAttribute('role', 'figure');
  delen.zin.setAttribute('role', 'status');
  delen.zweef.hidden = true;
  delen.laag.tabIndex = 0;
  delen.laag.setAttribute('role', 'application');
  delen.laag.setAttribute('aria-roledescription', 'kaart met vakken');
  const kaart = { delen, vak: null, namen: null };
  luister(kaart);
  kaart.meter = new ResizeObserver(() => kaart.data && tekenOpMaat(kaart));
  kaart.meter.observe(delen.vakken);
  return kaart;
}

function vulLegenda({ delen, data }) {
  delen.legenda.replaceChildren(...data.legenda.map(([tekst, vlak, kleur, arcering]) => {
    const chip = maak('li', arcering ? 'vp-verteld' : '', arcering ? '' : tekst);
    if (arcering) chip.append(maak('span', '', tekst));
    for (const deel of [chip, ...chip.children]) Object.assign(deel.style, { backgroundColor: vlak, color: kleur });
    return chip;
  }));
  delen.legenda.hidden = data.legenda.length === 0;
}

export default function ({ data, parentElement, setTriggerValue }) {
  let kaart = kaarten.get(parentElement);
  if (!kaart) {
    kaart = nieuweKaart();
    kaarten.set(parentElement, kaart);
    parentElement.append(kaart.delen.doos, kaart.delen.voet);
  }
  Object.assign(kaart, { data, nummers: lees(data), meld: (vak) => setTriggerValue('keuze', vak) });
  kaart.delen.laag.setAttribute('aria-label', `${data.naam}. ${UITLEG_KAART}`);
  tekenKaart(kaart);
  vulLegenda(kaart);
  zweef(kaart, null);
  hervind(kaart);
  return () => {
    kaarten.delete(parentElement);
    kaart.meter.disconnect();
    kaart.delen.doos.remove();
    kaart.delen.voet.remove();
  };
}
