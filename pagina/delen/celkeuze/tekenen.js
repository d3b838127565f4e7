// Draws a map: see __init__.py. The first half of one script; celkeuze.js is the second.
//
// The colours of all cells are one picture with a point for each, which the browser enlarges: 20,000 cells cost no more
// than 20. What was told and not tested is hatched over that, one shape for all. The lines between the cells are a
// background; names and headings are text; what stands in the cells, where there is room, is a second picture.

const RIJHOOGTE = 38;
const SVG = 'http://www.w3.org/2000/svg';
let arceringen = 0;

const maak = (soort, klasse, tekst = '') => {
  const element = document.createElement(soort);
  element.className = klasse;
  element.textContent = tekst;
  return element;
};

/** The numbers of all cells, row after row. */
function lees(data) {
  const ruw = Uint8Array.from(atob(data.nummers), (teken) => teken.charCodeAt(0));
  return data.bytes === 1 ? new Int8Array(ruw.buffer) : new Int16Array(ruw.buffer);
}

/** What a cell says; undefined where there is none. */
const vakOp = ({ data, nummers }, [rij, kolom]) =>
  kolom >= 0 && kolom < data.kolommen.length ? data.vakken[nummers[rij * data.kolommen.length + kolom]] : undefined;

const rijnaam = (data, rij) => data.rijen[rij][1];

function rijnamen(data) {
  const uit = document.createDocumentFragment();
  for (const [kop, label] of data.rijen) {
    const naam = maak('div', kop ? 'celkeuze-rij celkeuze-koprij' : 'celkeuze-rij');
    naam.append(maak('span', '', label));
    uit.append(naam);
  }
  return uit;
}

/** Runs of columns under one heading: [heading, how many]. */
function groepen(koppen) {
  const uit = [];
  for (const [, groep, naam] of koppen) {
    if (uit.at(-1)?.groep === groep) uit.at(-1).breed += 1;
    else uit.push({ groep, naam, breed: 1 });
  }
  return uit;
}

function kolomnamen(data) {
  const uit = document.createDocumentFragment();
  if (!data.koppen) {
    for (const naam of data.kolommen) uit.append(maak('span', 'celkeuze-staand', naam));
    return uit;
  }
  const boven = groepen(data.koppen);
  if (boven.some(({ naam }) => naam)) {
    for (const { naam, breed } of boven) {
      const kop = maak('b', 'celkeuze-groep', naam);
      kop.style.gridColumn = `span ${breed}`;
      uit.append(kop);
    }
  }
  for (const [label] of data.koppen) uit.append(maak('span', 'celkeuze-kolom', label));
  return uit;
}

/** The colours: a picture of one point per cell. */
function kleurIn(kaart) {
  const { data, nummers, delen } = kaart;
  const [breed, hoog] = [data.kolommen.length, data.rijen.length];
  Object.assign(delen.kleuren, { width: Math.max(1, breed), height: Math.max(1, hoog) });
  if (!nummers.length) return;
  const pen = delen.kleuren.getContext('2d');
  const beeld = pen.createImageData(breed, hoog);
  const punten = new DataView(beeld.data.buffer);
  const vlakken = data.vakken.map(([code]) => (parseInt(data.kleuren[code].slice(1), 16) * 256 + 255) >>> 0);
  nummers.forEach((nummer, plek) => nummer >= 0 && punten.setUint32(plek * 4, vlakken[nummer]));
  pen.putImageData(beeld, 0, 0);
}

/** The layer of what was told: lines in the colour of the text, from corner to corner of a square of 7 pixels. */
function nieuweArcering() {
  const teken = (soort, kenmerken, ...inhoud) => {
    const element = document.createElementNS(SVG, soort);
    for (const [naam, waarde] of Object.entries(kenmerken)) element.setAttribute(naam, waarde);
    element.append(...inhoud);
    return element;
  };
  const id = `celkeuze-arcering-${arceringen += 1}`;
  const lijnen = teken('path', { d: 'M-1 1l2-2M0 7l7-7M6 8l2-2' });
  const patroon = teken('pattern', { id, width: 7, height: 7, patternUnits: 'userSpaceOnUse' }, lijnen);
  return teken('svg', { class: 'celkeuze-arcering' }, teken('defs', {}, patroon), teken('path', { fill: `url(#${id})` }));
}

/** Hatch what was told. Cells beside each other are one rectangle; the gaps between cells lie above it. */
function arceerIn({ data, nummers, delen }) {
  const kolommen = data.kolommen.length;
  const vak = delen.vakken.clientWidth / kolommen;
  const isVerteld = data.vakken.map((_, nummer) => data.verteld.includes(nummer));
  const stukken = [];
  for (let plek = 0; data.verteld.length && plek < nummers.length; plek += 1) {
    if (!isVerteld[nummers[plek]]) continue;
    const begin = plek;
    while ((plek + 1) % kolommen && isVerteld[nummers[plek + 1]]) plek += 1;
    const [x, y] = [(begin % kolommen) * vak, Math.floor(begin / kolommen) * RIJHOOGTE];
    stukken.push(`M${x.toFixed(2)} ${y}h${((plek - begin + 1) * vak).toFixed(2)}v${RIJHOOGTE}H${x.toFixed(2)}z`);
  }
  delen.arcering.lastChild.setAttribute('d', stukken.join(''));
}

/** What stands in the cells, as sharp as the screen (and paper) shows it while the picture stays of some size. */
function schrijfIn(kaart) {
  const { data, nummers, delen } = kaart;
  const [breed, hoog] = [delen.vakken.clientWidth, data.rijen.length * RIJHOOGTE];
  delen.teksten.hidden = !data.metTekst;
  if (!data.metTekst || !breed || !nummers.length) return;
  const scherp = Math.max(1, Math.min(Math.max(2, devicePixelRatio), Math.sqrt(8e6 / (breed * hoog))));
  Object.assign(delen.teksten, { width: Math.round(breed * scherp), height: Math.round(hoog * scherp) });
  const pen = delen.teksten.getContext('2d');
  const stijl = getComputedStyle(delen.vakken);
  const vak = breed / data.kolommen.length;
  pen.scale(scherp, scherp);
  Object.assign(pen, { fillStyle: stijl.color, textAlign: 'center', textBaseline: 'middle', lineWidth: 8, lineJoin: 'round' });
  pen.font = `${data.koppen || vak > 40 ? 12 : 11}px ${stijl.fontFamily}`;
  nummers.forEach((nummer, plek) => {
    if (nummer < 0) return;
    const [rij, kolom] = [Math.floor(plek / data.kolommen.length), plek % data.kolommen.length];
    const [code, , tekst] = data.vakken[nummer];
    const waar = [tekst, (kolom + 0.5) * vak, (rij + 0.5) * RIJHOOGTE, vak - 3];
    if (data.verteld.includes(nummer)) {
      // no line of the hatching runs through a letter
      pen.strokeStyle = data.kleuren[code];
      pen.strokeText(...waar);
    }
    pen.fillText(...waar);
  });
}

/** Everything that depends on the size. */
function tekenOpMaat(kaart) {
  arceerIn(kaart);
  schrijfIn(kaart);
}

/** Everything that depends on the data. */
function tekenKaart(kaart) {
  const { data, delen } = kaart;
  delen.rijen.replaceChildren(rijnamen(data));
  delen.kolommen.replaceChildren(kolomnamen(data));
  delen.lijnen.replaceChildren(...data.rijen.flatMap(([kop], nr) => {
    if (!kop) return [];
    const lijn = maak('i', 'celkeuze-koplijn');
    lijn.style.top = `${(nr + 1) * RIJHOOGTE - 3}px`;
    return [lijn];
  }));
  delen.kaart.setAttribute('aria-label', data.tekst);
  for (const [naam, waarde] of Object.entries({
    kolommen: data.kolommen.length, hoogte: `${data.rijen.length * RIJHOOGTE}px`, rijhoogte: `${RIJHOOGTE}px`,
    labels: `${data.labelbreedte}px`, smalste: `${data.smalste}px`, beslag: data.beslag,
    'gat-x': data.koppen ? '3px' : '1px', 'gat-y': data.koppen ? '3px' : '2px',
  })) {
    delen.kaart.style.setProperty(`--celkeuze-${naam}`, waarde);
  }
  kleurIn(kaart);
  tekenOpMaat(kaart);
}

/** Lay an element over a cell. */
function legOver(ring, { data }, [rij, kolom]) {
  const procent = 100 / data.kolommen.length;
  Object.assign(ring.style, {
    left: `${kolom * procent}%`, width: `${procent}%`, top: `${rij * RIJHOOGTE}px`, height: `${RIJHOOGTE}px`,
  });
}
