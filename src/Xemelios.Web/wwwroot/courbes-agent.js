// <courbes-agent src="…chart.js" table="…">: draws the figures of a table, by month. Chart.js is fetched only when a page holds curves.
const NAMES = { brut: 'Brut (€)', net: 'Net (€)', indice: 'Indice', quotite: 'Quotité (%)' };
const COLOURS = ['#1f3a5f', '#b35900'];

let library;
function chart(src) {
  library ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => done(window.Chart);
    script.onerror = failed;
    document.head.append(script);
  });
  return library;
}

// Several bulletins in a month: amounts add up, the highest indice and the sum of quotités (100 at most) count.
const JOIN = { brut: sum, net: sum, indice: Math.max, quotite: (a, b) => Math.min(100, a + b) };
function sum(a, b) {
  return Math.round((a + b) * 100) / 100;
}

function read(table, names) {
  const months = new Map();
  for (const row of [...table.querySelectorAll('tbody tr')].reverse()) {
    const month = row.querySelector('[data-mois]').dataset.mois;
    const values = months.get(month) ?? {};
    for (const name of names) {
      const text = row.querySelector(`[data-serie="${name}"]`)?.dataset.valeur;
      if (text) values[name] = name in values ? JOIN[name](values[name], Number(text)) : Number(text);
    }
    months.set(month, values);
  }
  return months;
}

class CourbesAgent extends HTMLElement {
  async connectedCallback() {
    const Chart = await chart(this.getAttribute('src'));
    const table = document.getElementById(this.getAttribute('table'));
    if (!this.isConnected || !table) return;
    this.charts = [...this.querySelectorAll('canvas')].map(canvas => draw(Chart, canvas, table));
  }

  disconnectedCallback() {
    this.charts?.forEach(c => c.destroy());
    this.charts = null;
  }
}

function draw(Chart, canvas, table) {
  const names = canvas.dataset.series.split(',');
  const months = read(table, names);
  return new Chart(canvas, {
    type: 'line',
    data: {
      labels: [...months.keys()],
      datasets: names.map((name, i) => ({
        label: NAMES[name], data: [...months.values()].map(v => v[name] ?? null), borderColor: COLOURS[i], backgroundColor: COLOURS[i],
        borderDash: i ? [6, 3] : [], spanGaps: false, yAxisID: name === 'quotite' ? 'droite' : 'y', tension: 0,
      })),
    },
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, locale: 'fr-FR',
      scales: names.includes('quotite') ? { droite: { position: 'right', min: 0, max: 100, grid: { drawOnChartArea: false } } } : {},
    },
  });
}

customElements.define('courbes-agent', CourbesAgent);
