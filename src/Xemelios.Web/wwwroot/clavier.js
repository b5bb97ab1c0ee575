// The keys of Raccourci.cs, the palette of commands and the pages kept as tabs.
const DELAI = 1500;
const CLE = "xemelios-onglets";
let apresG = 0;

const saisit = (cible) => cible.closest?.("input, textarea, select, [contenteditable]") !== null;
const suivre = (selecteur) => { const lien = document.querySelector(selecteur); lien?.click(); return lien !== null; };
const seules = () => document.documentElement.dataset.touches !== "non";

const ouvrir = (id) => {
  const fenetre = document.getElementById(id);
  if (!fenetre || fenetre.open) return false;
  if (id === "raccourcis") {
    for (const rang of fenetre.querySelectorAll("[data-si]")) rang.hidden = rang.dataset.si !== "" && document.querySelector(rang.dataset.si) === null;
  } else {
    const saisie = fenetre.querySelector("input[type=search]");
    saisie.value = "";
    filtrer(fenetre);
  }
  fenetre.showModal();
  return true;
};

const plier = (texte) => texte.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function filtrer(fenetre) {
  const mots = plier(fenetre.querySelector("input[type=search]").value).split(/\s+/).filter(Boolean);
  const rangs = [...fenetre.querySelectorAll(".palette-liste > li")];
  for (const rang of rangs) rang.hidden = !mots.every((m) => plier(rang.querySelector("a, button").textContent).includes(m));
  fenetre.querySelector(".palette-rien").hidden = rangs.some((r) => !r.hidden);
}

addEventListener("input", (evenement) => {
  if (evenement.target.id === "palette-saisie") filtrer(evenement.target.closest("dialog"));
});

// A screen chosen in the palette is reached without leaving the page: the palette closes behind.
addEventListener("click", (evenement) => {
  // Blazor's script scrolls to the anchor without moving the focus there: the next Tab would go through the whole head again.
  if (evenement.target.closest(".lien-evitement")) setTimeout(() => document.getElementById("contenu").focus());
  if (evenement.target.closest("#palette a")) document.getElementById("palette").close();
  if (evenement.target.closest("details.menu-gestion") === null) document.querySelector("details.menu-gestion[open]")?.removeAttribute("open");
});

addEventListener("keydown", (evenement) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = evenement;
  const fait = (oui) => { if (oui) evenement.preventDefault(); };
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === "k") return fait(ouvrir("palette"));
  if (target.id === "palette-saisie" && (key === "Enter" || key === "ArrowDown" || key === "ArrowUp")) return fait(parcourir(target.closest("dialog"), key));
  if (saisit(target) || document.querySelector("dialog[open]")) return;
  if (ctrlKey && !altKey && !shiftKey && key === "ArrowLeft") return fait(suivre("a[rel~=prev]"));
  if (ctrlKey && !altKey && !shiftKey && key === "ArrowRight") return fait(suivre("a[rel~=next]"));
  if (altKey && shiftKey && !ctrlKey && key === "ArrowLeft") return fait(suivre("#mois-precedent"));
  if (altKey && shiftKey && !ctrlKey && key === "ArrowRight") return fait(suivre("#mois-suivant"));
  if (key === "Escape") return fait(fermer());
  if (ctrlKey || metaKey || altKey || !seules()) return;
  fait(seule(key, evenement.timeStamp));
});

function seule(touche, instant) {
  if (instant - apresG < DELAI && apresG !== 0) {
    apresG = 0;
    return suivre(`#palette [data-lettre="${CSS.escape(touche)}"]`);
  }
  switch (touche) {
    case "g": apresG = instant; return true;
    case "/": document.getElementById("chercher")?.focus(); return true;
    case "?": return ouvrir("raccourcis");
    case "t": return basculerLesChiffres();
    case "v": { const visa = document.querySelector("#viser [name=decision]"); visa?.focus(); return visa !== null; }
    case "s": return suivre("#suivant-a-voir");
    case "o": document.querySelector("onglets-gardes")?.garder(); return true;
    default: return /^[1-9]$/.test(touche) && suivre(`onglets-gardes li:nth-child(${touche}) a`);
  }
}

function basculerLesChiffres() {
  const tableaux = [...document.querySelectorAll("details.chiffres-du-graphique")];
  const ouvrir = tableaux.some((t) => !t.open);
  for (const tableau of tableaux) tableau.open = ouvrir;
  return tableaux.length > 0;
}

function parcourir(fenetre, touche) {
  const choix = [...fenetre.querySelectorAll(".palette-liste > li:not([hidden]) :is(a, button)")];
  if (touche === "Enter") choix[0]?.click();
  else choix.at(touche === "ArrowDown" ? 0 : -1)?.focus();
  return choix.length > 0;
}

function fermer() {
  const ouvert = document.querySelector("details.menu-gestion[open]");
  if (ouvert) {
    ouvert.removeAttribute("open");
    ouvert.querySelector("summary").focus();
    return true;
  }
  return suivre("a[data-fermer]");
}

// The pages kept: in this window alone, and until it is closed or its session ends.
class OngletsGardes extends HTMLElement {
  connectedCallback() {
    // Who comes next on this machine finds none of them.
    if (location.pathname === "/connexion") sessionStorage.removeItem(CLE);
    this.addEventListener("click", this);
    this.montrer();
  }

  get gardes() { return JSON.parse(sessionStorage.getItem(CLE) ?? "[]"); }
  set gardes(liste) { sessionStorage.setItem(CLE, JSON.stringify(liste)); this.montrer(); }

  garder() {
    const adresse = location.pathname + location.search;
    const titre = document.title.replace(" – Xemelios Next", "");
    this.gardes = [...this.gardes.filter((o) => o.adresse !== adresse), { titre, adresse }].slice(-9);
  }

  handleEvent(evenement) {
    const { retirer, garder } = evenement.target.dataset;
    if (garder !== undefined) this.garder();
    if (retirer !== undefined) this.gardes = this.gardes.filter((o) => o.adresse !== retirer);
  }

  montrer() {
    const liste = document.createElement("ul");
    for (const { titre, adresse } of this.gardes) {
      const onglet = document.createElement("li");
      const lien = document.createElement("a");
      lien.href = adresse;
      lien.textContent = titre;
      if (adresse === location.pathname + location.search) lien.setAttribute("aria-current", "page");
      const retirer = document.createElement("button");
      retirer.type = "button";
      retirer.dataset.retirer = adresse;
      retirer.textContent = "×";
      retirer.setAttribute("aria-label", `Fermer l'onglet ${titre}`);
      onglet.append(lien, retirer);
      liste.append(onglet);
    }
    const garder = document.createElement("button");
    garder.type = "button";
    garder.dataset.garder = "";
    garder.textContent = "Garder cette page";
    garder.className = "garder";
    this.replaceChildren(...(this.gardes.length > 0 ? [liste] : []), garder);
  }
}

customElements.define("onglets-gardes", OngletsGardes);

addEventListener("DOMContentLoaded", () => Blazor.addEventListener?.("enhancedload", () => document.querySelector("onglets-gardes")?.montrer()));
