// A button that copies a text: see __init__.py. Streamlit calls the default export on every rerun with new data.

const stukken = new Map();
const GEDULD_MS = 4000;

const maak = (soort, klasse) => {
  const element = document.createElement(soort);
  element.className = klasse;
  return element;
};

// A page that was not opened over https has no clipboard; the way of old still works there in most browsers.
function vanVroeger(tekst) {
  const veld = maak('textarea', 'kopieer-veld');
  veld.value = tekst;
  veld.setAttribute('aria-hidden', 'true');
  document.body.append(veld);
  veld.select();
  try {
    return document.execCommand('copy');
  } finally {
    veld.remove();
  }
}

async function zet(tekst) {
  try {
    await navigator.clipboard.writeText(tekst);
    return true;
  } catch {
    return vanVroeger(tekst);
  }
}

function nieuw() {
  const stuk = { doos: maak('div', 'kopieer'), knop: maak('button', 'kopieer-knop'), melding: maak('span', 'kopieer-melding') };
  stuk.knop.type = 'button';
  stuk.melding.setAttribute('role', 'status');
  stuk.doos.append(stuk.knop, stuk.melding);
  stuk.knop.addEventListener('click', async () => {
    const gelukt = await zet(stuk.data.tekst);
    stuk.knop.focus();
    stuk.melding.textContent = gelukt ? '✓ gekopieerd' : 'Kopiëren lukt niet in deze browser; selecteer de tekst zelf.';
    clearTimeout(stuk.klok);
    stuk.klok = setTimeout(() => { stuk.melding.textContent = ''; }, GEDULD_MS);
  });
  return stuk;
}

export default function ({ data, parentElement }) {
  let stuk = stukken.get(parentElement);
  if (!stuk) {
    stuk = nieuw();
    stukken.set(parentElement, stuk);
  }
  stuk.data = data;
  stuk.knop.textContent = data.knop;
  if (stuk.doos.parentElement !== parentElement) parentElement.append(stuk.doos);
  return () => {
    clearTimeout(stuk.klok);
    stukken.delete(parentElement);
    stuk.doos.remove();
  };
}
