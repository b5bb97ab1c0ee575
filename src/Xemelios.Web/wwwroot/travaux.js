// <travaux-en-cours>: says how many long works run, and tells of those that have just ended, on whatever page. Gentle: it asks often
// only while something runs, and never from a page that nobody looks at.
const SOUVENT = 5_000, RAREMENT = 60_000;

class TravauxEnCours extends HTMLElement {
  connectedCallback() {
    document.addEventListener('visibilitychange', this.revenir);
    this.minuterie = setTimeout(this.regarder, 2_000);
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.revenir);
    clearTimeout(this.minuterie);
  }

  revenir = () => {
    if (document.visibilityState !== 'visible') return;
    clearTimeout(this.minuterie);
    this.minuterie = setTimeout(this.regarder, 500);
  };

  regarder = async () => {
    let actifs = 0;
    try {
      const reponse = await fetch('/api/travaux');
      // Nobody is signed in any more.
      if (!reponse.ok || !this.isConnected) return;
      const etat = await reponse.json();
      actifs = etat.actifs;
      this.montrer(actifs, etat.finis);
    } catch {
      // The server is away: it is asked again later.
    }
    if (this.isConnected && document.visibilityState === 'visible') this.minuterie = setTimeout(this.regarder, actifs ? SOUVENT : RAREMENT);
  };

  montrer(actifs, finis) {
    const lien = this.querySelector('[data-role="actifs"]');
    lien.hidden = actifs === 0;
    lien.textContent = `${actifs.toLocaleString('fr-FR')} ${actifs > 1 ? 'travaux' : 'travail'} en cours`;
    const liste = this.querySelector('[data-role="finis"]');
    for (const fini of finis) {
      if ([...liste.children].some(e => e.dataset.id === fini.id)) continue;
      liste.append(this.annoncer(fini));
    }
  }

  annoncer({ id, texte, adresse }) {
    const annonce = document.createElement('li');
    annonce.dataset.id = id;
    const lien = document.createElement('a');
    lien.href = adresse;
    lien.textContent = 'Ouvrir';
    const fermer = document.createElement('button');
    fermer.type = 'button';
    fermer.className = 'btn btn-sm btn-outline-secondary';
    fermer.textContent = 'Fermer';
    fermer.addEventListener('click', () => { this.noter(id); annonce.remove(); });
    lien.addEventListener('click', () => this.noter(id));
    annonce.append(`${texte} `, lien, fermer);
    return annonce;
  }

  noter(id) {
    fetch(`/api/travaux/${id}/vu`, { method: 'POST', keepalive: true, headers: { RequestVerificationToken: this.dataset.jeton } }).catch(() => {});
  }
}

customElements.define('travaux-en-cours', TravauxEnCours);
