// The columns of a result: dragged by their head to another place, widened by their edge. The address holds both.
const BORD = 8;
const LARGEUR_MINIMALE = 40;

const naviguer = (changements) => {
  const adresse = new URL(location.href);
  for (const [nom, valeur] of Object.entries(changements)) adresse.searchParams.set(nom, valeur);
  // The links of the page are made anew, so that they keep what was changed.
  Blazor.navigateTo(adresse.pathname + adresse.search, { replaceHistoryEntry: true });
};

class ColonnesMobiles extends HTMLElement {
  connectedCallback() {
    this.addEventListener("pointerdown", this);
    this.addEventListener("dragstart", this);
    this.addEventListener("dragover", this);
    this.addEventListener("drop", this);
    this.observateur = new MutationObserver(() => this.appliquer());
    this.observateur.observe(this, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-largeurs"] });
    this.appliquer();
  }

  disconnectedCallback() {
    this.observateur.disconnect();
  }

  get tetes() {
    return [...this.querySelectorAll("th[data-colonne]")];
  }

  appliquer() {
    const largeurs = new Map((this.dataset.largeurs ?? "").split(",").filter(Boolean).map((l) => l.split(":")));
    for (const tete of this.tetes) {
      tete.draggable = true;
      const largeur = largeurs.get(tete.dataset.colonne);
      tete.style.minWidth = tete.style.width = largeur ? `${largeur}px` : "";
    }
  }

  handleEvent(evenement) {
    const tete = evenement.target.closest?.("th[data-colonne]");
    if (!tete) return;
    switch (evenement.type) {
      case "pointerdown": {
        const aubord = tete.getBoundingClientRect().right - evenement.clientX < BORD;
        tete.draggable = !aubord;
        if (aubord) this.elargir(tete, evenement);
        break;
      }
      case "dragstart":
        evenement.dataTransfer.setData("text/plain", tete.dataset.colonne);
        break;
      case "dragover":
        evenement.preventDefault();
        break;
      case "drop":
        evenement.preventDefault();
        this.deplacer(evenement.dataTransfer.getData("text/plain"), tete.dataset.colonne);
        break;
    }
  }

  elargir(tete, depart) {
    depart.preventDefault();
    const avant = tete.getBoundingClientRect().width;
    const largeur = (e) => Math.max(LARGEUR_MINIMALE, Math.round(avant + e.clientX - depart.clientX));
    const suivre = (e) => (tete.style.minWidth = tete.style.width = `${largeur(e)}px`);
    addEventListener("pointermove", suivre);
    addEventListener("pointerup", (e) => {
      removeEventListener("pointermove", suivre);
      const largeurs = new Map((this.dataset.largeurs ?? "").split(",").filter(Boolean).map((l) => l.split(":")));
      largeurs.set(tete.dataset.colonne, largeur(e));
      naviguer({ larg: [...largeurs].map((l) => l.join(":")).join(",") });
    }, { once: true });
  }

  deplacer(cle, vers) {
    const ordre = this.tetes.map((t) => t.dataset.colonne);
    if (cle === vers || !ordre.includes(cle)) return;
    const rang = ordre.indexOf(vers);
    ordre.splice(ordre.indexOf(cle), 1);
    ordre.splice(rang, 0, cle);
    naviguer({ col: ordre.join(",") });
  }
}

customElements.define("colonnes-mobiles", ColonnesMobiles);
