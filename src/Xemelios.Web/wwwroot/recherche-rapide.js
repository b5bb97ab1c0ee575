// <recherche-rapide>: a combobox over what /suggestions proposes. Arrow keys choose, Enter opens, Escape closes.
const ATTENTE = 180;

class RechercheRapide extends HTMLElement {
  connectedCallback() {
    this.champ.addEventListener("input", this);
    this.champ.addEventListener("keydown", this);
    this.champ.addEventListener("blur", this);
  }

  get champ() { return this.querySelector("input"); }
  get liste() { return this.querySelector("[role=listbox]"); }
  get options() { return [...this.liste.querySelectorAll("[role=option]")]; }

  handleEvent(evenement) {
    if (evenement.type === "input") {
      clearTimeout(this.attente);
      this.attente = setTimeout(() => this.proposer(), ATTENTE);
    }
    if (evenement.type === "keydown") this.touche(evenement);
    // A click on a proposition takes the focus first.
    if (evenement.type === "blur") setTimeout(() => { if (!this.contains(document.activeElement)) this.fermer(); }, 150);
  }

  async proposer() {
    const texte = this.champ.value.trim();
    this.demande?.abort();
    if (texte.length < 2) return this.fermer();
    this.demande = new AbortController();
    try {
      const reponse = await fetch("/suggestions?q=" + encodeURIComponent(texte), { signal: this.demande.signal });
      if (reponse.ok) this.montrer(await reponse.json());
    } catch (erreur) {
      if (erreur.name !== "AbortError") this.fermer();
    }
  }

  montrer(propositions) {
    const groupes = Map.groupBy ? Map.groupBy(propositions, (p) => p.groupe) : propositions.reduce((m, p) => m.set(p.groupe, [...(m.get(p.groupe) ?? []), p]), new Map());
    this.liste.replaceChildren();
    let rang = 0;
    for (const [nom, membres] of groupes) {
      const groupe = document.createElement("div");
      groupe.setAttribute("role", "group");
      groupe.setAttribute("aria-label", nom);
      const titre = document.createElement("p");
      titre.textContent = nom;
      titre.setAttribute("role", "presentation");
      groupe.append(titre, ...membres.map((m) => this.option(m, rang++)));
      this.liste.append(groupe);
    }
    const vide = propositions.length === 0;
    this.liste.hidden = vide;
    this.champ.setAttribute("aria-expanded", String(!vide));
    this.champ.removeAttribute("aria-activedescendant");
    this.querySelector("[role=status]").textContent = vide ? "Aucune proposition" : `${propositions.length} propositions, flèches pour choisir`;
  }

  option({ texte, detail, adresse }, rang) {
    const lien = document.createElement("a");
    lien.id = `proposition-${rang}`;
    lien.setAttribute("role", "option");
    lien.setAttribute("aria-selected", "false");
    lien.href = adresse;
    lien.tabIndex = -1;
    lien.textContent = texte;
    if (detail) {
      const precision = document.createElement("span");
      precision.className = "precision";
      precision.textContent = detail;
      lien.append(" ", precision);
    }
    lien.addEventListener("click", () => this.fermer());
    return lien;
  }

  touche(evenement) {
    const { options } = this;
    const ici = options.findIndex((o) => o.getAttribute("aria-selected") === "true");
    if (evenement.key === "Escape" && !this.liste.hidden) {
      evenement.preventDefault();
      this.fermer();
    } else if ((evenement.key === "ArrowDown" || evenement.key === "ArrowUp") && options.length > 0 && !this.liste.hidden) {
      evenement.preventDefault();
      const pas = evenement.key === "ArrowDown" ? 1 : -1;
      this.choisir(options, ici < 0 && pas < 0 ? options.length - 1 : (ici + pas + options.length) % options.length);
    } else if (evenement.key === "Enter" && ici >= 0 && !this.liste.hidden) {
      evenement.preventDefault();
      options[ici].click();
    }
  }

  choisir(options, rang) {
    options.forEach((o, i) => o.setAttribute("aria-selected", String(i === rang)));
    options[rang].scrollIntoView({ block: "nearest" });
    this.champ.setAttribute("aria-activedescendant", options[rang].id);
  }

  fermer() {
    clearTimeout(this.attente);
    this.demande?.abort();
    this.liste.hidden = true;
    this.champ.setAttribute("aria-expanded", "false");
    this.champ.removeAttribute("aria-activedescendant");
  }
}

customElements.define("recherche-rapide", RechercheRapide);
