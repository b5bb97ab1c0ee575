// <graphique-du-tableau src="…chart.js" genre="…">: draws the table of its figure. Each series has a colour and a pattern of its own,
// the colours are those of the theme, and nothing is drawn that the table does not say. Chart.js is fetched only when a page has figures.
let library;
function chart(src) {
  library ??= new Promise((done, failed) => {
    if (window.Chart) return done(window.Chart);
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => done(window.Chart);
    script.onerror = failed;
    document.head.append(script);
  });
  return library;
}

const SIDE = 10;
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// Plain, then lines and dots in the colour of the ground: two series that look the same in grey never look the same.
const PATTERNS = [
  () => {},
  (g) => line(g, [[0, SIDE], [SIDE, 0]], [[-2, 2], [2, -2]], [[SIDE - 2, SIDE + 2], [SIDE + 2, SIDE - 2]]),
  (g) => { g.beginPath(); g.arc(SIDE / 2, SIDE / 2, 2, 0, 7); g.fill(); },
  (g) => line(g, [[0, SIDE / 2], [SIDE, SIDE / 2]]),
  (g) => line(g, [[0, 0], [SIDE, SIDE]], [[-2, SIDE - 2], [2, SIDE + 2]], [[SIDE - 2, -2], [SIDE + 2, 2]]),
  (g) => line(g, [[SIDE / 2, 0], [SIDE / 2, SIDE]]),
  (g) => line(g, [[0, 0], [SIDE, SIDE]], [[0, SIDE], [SIDE, 0]]),
  (g) => line(g, [[0, SIDE / 2], [SIDE, SIDE / 2]], [[SIDE / 2, 0], [SIDE / 2, SIDE]]),
];

function line(g, ...lines) {
  for (const [from, to] of lines) {
    g.beginPath();
    g.moveTo(...from);
    g.lineTo(...to);
    g.stroke();
  }
}

function pattern(rank, ink) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = SIDE;
  const g = tile.getContext('2d');
  g.fillStyle = ink;
  g.fillRect(0, 0, SIDE, SIDE);
  g.strokeStyle = g.fillStyle = colour('--fond');
  g.lineWidth = 1.5;
  PATTERNS[rank % PATTERNS.length](g);
  return g.createPattern(tile, 'repeat');
}

function read(table) {
  const series = [...table.querySelectorAll('thead th[data-serie]')].map((head) => ({ key: head.dataset.serie, label: head.textContent.trim() }));
  const rows = [...table.querySelectorAll('tbody tr')];
  const values = (key) => rows.map((row) => {
    const text = row.querySelector(`td[data-serie="${CSS.escape(key)}"]`)?.dataset.valeur;
    return text ? Number(text) : null;
  });
  return { labels: rows.map((row) => row.querySelector('th').dataset.etiquette ?? row.querySelector('th').textContent.trim()), series: series.map((s) => ({ ...s, values: values(s.key) })) };
}

class GraphiqueDuTableau extends HTMLElement {
  async connectedCallback() {
    const Chart = await chart(this.getAttribute('src'));
    if (!this.isConnected) return;
    this.Chart = Chart;
    this.watchers = [new MutationObserver(() => this.draw()), new MutationObserver(() => this.drawSoon())];
    this.watchers[0].observe(document.documentElement, { attributes: true, attributeFilter: ['data-bs-theme'] });
    // A page reached by a link is merged into this one: its table has other figures.
    this.watchers[1].observe(this.table, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['data-valeur', 'data-etiquette'] });
    this.draw();
  }

  disconnectedCallback() {
    this.watchers?.forEach((w) => w.disconnect());
    this.chart?.destroy();
    this.chart = null;
  }

  get table() { return this.closest('figure').querySelector('details'); }

  drawSoon() {
    clearTimeout(this.pending);
    this.pending = setTimeout(() => this.isConnected && this.draw(), 50);
  }

  draw() {
    this.chart?.destroy();
    this.chart = new this.Chart(this.querySelector('canvas'), configuration(this.getAttribute('genre'), this.getAttribute('unite') ?? '', read(this.table)));
  }
}

function configuration(kind, unit, { labels, series }) {
  const [ink, grid] = [colour('--encre-pale'), colour('--trait-pale')];
  const sideways = kind === 'horizontales' || kind === 'pyramide';
  const stacked = kind === 'empilees' || kind === 'pyramide';
  const write = (n) => Math.abs(n).toLocaleString('fr-FR', { maximumFractionDigits: 2 }) + unit;
  const signed = (n) => (n < 0 && kind !== 'pyramide' ? '−' : '') + write(n);
  const short = (n) => (n < 0 && kind !== 'pyramide' ? '−' : '') + Math.abs(n).toLocaleString('fr-FR', { notation: 'compact' }) + unit;
  const figures = { stacked, grid: { color: grid }, border: { color: grid }, ticks: { color: ink, callback: short } };
  const names = { stacked, grid: { display: false }, border: { color: grid }, ticks: { color: ink, autoSkip: !sideways } };
  return {
    type: 'bar',
    data: {
      labels,
      datasets: series.map((s, i) => {
        const own = colour(`--serie-${i % 8 + 1}`);
        return { label: s.label, data: s.values.map((v) => (v !== null && kind === 'pyramide' && i === 0 ? -v : v)), backgroundColor: pattern(i, own), borderColor: own, borderWidth: 1 };
      }),
    },
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, locale: 'fr-FR', indexAxis: sideways ? 'y' : 'x',
      scales: sideways ? { x: figures, y: { ...names, reverse: kind === 'pyramide' ? true : false } } : { x: names, y: figures },
      plugins: {
        legend: { display: series.length > 1, labels: { color: ink, boxWidth: 28, boxHeight: 14 } },
        tooltip: { callbacks: { label: (item) => `${item.dataset.label} : ${signed(item.raw)}` } },
      },
    },
  };
}

customElements.define('graphique-du-tableau', GraphiqueDuTableau);

// On paper the tables are there too.
let closed = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll('details.chiffres-du-graphique:not([open])')];
  for (const table of closed) table.open = true;
});
addEventListener('afterprint', () => { for (const table of closed) table.open = false; });
