// Put into every page before its own scripts: when was clicked, what came over the socket, when was it painted.
(() => {
  const meter = { klik: 0, gewijzigd: 0, geschilderd: 0, ontvangen: [] };
  window.__meter = meter;
  const naWijziging = () => {
    meter.gewijzigd = performance.now();
    // the frame after the next one begins when this one is on the screen
    requestAnimationFrame(() => requestAnimationFrame(() => { meter.geschilderd = performance.now(); }));
  };
  new MutationObserver(naWijziging).observe(
    document, { subtree: true, childList: true, attributes: true, characterData: true });
  // a click on a label is followed by one on its field: the first counts
  meter.begin = () => Object.assign(meter, { klik: 0, ontvangen: [] });
  document.addEventListener('click', () => {
    if (!meter.klik) Object.assign(meter, { klik: performance.now(), ontvangen: [] });
  }, true);
  const grootte = (data) => data.byteLength ?? data.size ?? data.length;
  const Echt = window.WebSocket;
  window.WebSocket = class extends Echt {
    constructor(...wat) {
      super(...wat);
      this.addEventListener('message', ({ data }) => meter.ontvangen.push([performance.now(), grootte(data)]));
    }
  };
  meter.stil = (ms) => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app?.dataset.testScriptState === 'notRunning'
      && app.dataset.testConnectionState === 'CONNECTED'
      && meter.ontvangen.length > 0
      && document.querySelector(
        '[data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-testid="stSpinner"],'
        + '[data-testid="stElementContainer"][data-stale="true"],'
        + '[data-testid="stPlotlyChart"]:not(:has(.main-svg))') === null
      && meter.geschilderd > meter.gewijzigd
      && performance.now() - meter.gewijzigd > ms;
  };
  meter.uitslag = () => ({
    ms: meter.geschilderd - meter.klik,
    server: meter.ontvangen.length ? meter.ontvangen.at(-1)[0] - meter.klik : null,
    berichten: meter.ontvangen.length,
    bytes: meter.ontvangen.reduce((som, [, n]) => som + n, 0),
  });
})();
