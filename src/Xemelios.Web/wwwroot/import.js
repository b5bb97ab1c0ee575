// <depot-de-fichiers>: sends files and whole folders one by one, in pieces. <suivi-import lot="…">: follows an import.
const formate = n => n.toLocaleString('fr-FR');

// What changes something carries the token that the page was given.
const poster = (adresse, jeton) => fetch(adresse, { method: 'POST', headers: { RequestVerificationToken: jeton } });

async function appeler(adresse, jeton) {
  const reponse = await poster(adresse, jeton);
  if (!reponse.ok) throw new Error(await reponse.text() || `le serveur a refusé la demande (${reponse.status}).`);
  return reponse.status === 204 ? null : reponse.json();
}

// readEntries gives at most a hundred names at a time.
async function* parcourir(entree) {
  if (entree.isFile) {
    const fichier = await new Promise((bon, mauvais) => entree.file(bon, mauvais));
    yield { fichier, chemin: entree.fullPath.replace(/^\/+/, '') };
    return;
  }
  const lecteur = entree.createReader();
  for (;;) {
    const entrees = await new Promise((bon, mauvais) => lecteur.readEntries(bon, mauvais));
    if (entrees.length === 0) return;
    for (const suivante of entrees) yield* parcourir(suivante);
  }
}

const MORCEAU = 8 * 1024 * 1024;
const PATIENCE = [1, 2, 4, 8, 15, 30];

// « 12,4 Mo/s, encore 2 min »: over the last ten seconds, since a network changes its mind.
class Allure {
  constructor() { this.points = []; }

  noter(octets) {
    const maintenant = performance.now();
    this.points.push({ maintenant, octets });
    while (this.points.length > 2 && maintenant - this.points[0].maintenant > 10_000) this.points.shift();
  }

  dire(restent) {
    const premier = this.points[0], dernier = this.points.at(-1);
    const duree = dernier ? (dernier.maintenant - premier.maintenant) / 1000 : 0;
    if (duree < 1 || dernier.octets <= premier.octets) return '';
    const debit = (dernier.octets - premier.octets) / duree;
    const mo = (debit / 1e6).toLocaleString('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return `${mo} Mo/s, encore ${this.duree(restent / debit)}`;
  }

  duree(secondes) {
    if (secondes < 60) return `${formate(Math.max(1, Math.ceil(secondes)))} s`;
    const minutes = Math.ceil(secondes / 60);
    return minutes < 60 ? `${formate(minutes)} min` : `${formate(Math.floor(minutes / 60))} h ${String(minutes % 60).padStart(2, '0')}`;
  }
}

// The server could not be reached, or is not there for the moment: the same piece will do later.
class Coupure extends Error {}

class DepotDeFichiers extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', this.onChange);
    this.addEventListener('dragover', this.onDragOver);
    this.addEventListener('dragleave', this.onDragLeave);
    this.addEventListener('drop', this.onDrop);
    this.addEventListener('click', this.onClick);
    // A file dropped beside the zone must not replace the page.
    addEventListener('dragover', this.refuser);
    addEventListener('drop', this.refuser);
    addEventListener('beforeunload', this.retenir);
  }

  disconnectedCallback() {
    removeEventListener('dragover', this.refuser);
    removeEventListener('drop', this.refuser);
    removeEventListener('beforeunload', this.retenir);
    this.annuler();
  }

  refuser = event => event.preventDefault();
  retenir = event => { if (this.occupe && !this.parti) event.preventDefault(); };
  onDragOver = event => { event.preventDefault(); this.classList.add('survole'); };
  onDragLeave = () => this.classList.remove('survole');

  onDrop = async event => {
    event.preventDefault();
    event.stopPropagation();
    this.classList.remove('survole');
    // The items vanish with the event: they are taken before anything is awaited.
    const entrees = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
    const fichiers = [];
    try {
      for (const entree of entrees) for await (const trouve of parcourir(entree)) fichiers.push(trouve);
      await this.envoyer(fichiers);
    } catch (erreur) {
      this.dire(`Ces fichiers ne se lisent pas : ${erreur.message}`);
    }
  };

  onChange = event => {
    const choisis = [...event.target.files].map(fichier => ({ fichier, chemin: fichier.webkitRelativePath || fichier.name }));
    event.target.value = '';
    this.envoyer(choisis);
  };

  onClick = event => {
    if (event.target.closest('[data-action="annuler"]')) this.annuler();
  };

  annuler() {
    this.annule = true;
    this.xhr?.abort();
    this.reveiller?.();
  }

  async envoyer(fichiers) {
    if (this.occupe) return;
    if (fichiers.length === 0) return this.dire('Aucun fichier à envoyer.');
    this.occupe = true;
    this.annule = false;
    this.allure = new Allure();
    this.allure.noter(0);
    this.total = fichiers.reduce((somme, { fichier }) => somme + fichier.size, 0);
    this.faits = this.places = 0;
    // Each second and not at each byte: while nothing goes through, it says so too.
    const minuterie = setInterval(this.direLAllure, 1000);
    let lot;
    try {
      this.montrer(true);
      ({ lot } = await appeler('/api/imports', this.dataset.jeton));
      for (const [rang, { fichier, chemin }] of fichiers.entries()) {
        this.titre = `Envoi de ${formate(rang + 1)} sur ${formate(fichiers.length)} : ${chemin}`;
        this.dire(this.titre);
        await this.envoyerUn(lot, rang, fichier, chemin);
        this.faits += fichier.size;
      }
      await this.insister(() => this.lancer(lot));
      this.parti = true;
      location.assign(`/import/${lot}`);
    } catch (erreur) {
      if (lot) await poster(`/api/imports/${lot}/annuler`, this.dataset.jeton).catch(() => {});
      this.montrer(false);
      this.dire(this.annule ? "L'envoi a été arrêté : rien n'en est resté sur le serveur." : `L'envoi s'est arrêté : ${erreur.message}`);
    } finally {
      clearInterval(minuterie);
      this.occupe = false;
    }
  }

  direLAllure = () => {
    this.allure.noter(this.places);
    this.querySelector('[data-role="allure"]').textContent = this.allure.dire(this.total - this.places);
  };

  // Piece by piece: what a cut loses is sent again from the byte that the server holds.
  async envoyerUn(lot, rang, fichier, chemin) {
    const adresse = `/api/imports/${lot}/fichiers/${rang}`;
    let etat = { recus: 0, complet: false }, essai = 0;
    while (!etat.complet) {
      const debut = etat.recus;
      etat = await this.insister(
        () => this.envoyerUnMorceau(adresse, fichier, chemin, debut),
        () => this.ouEnEst(adresse));
      this.avancer(etat.recus, fichier.size);
      if (etat.reconnu) this.montrerReconnu(chemin, etat.reconnu);
      // All bytes are there and are being put away.
      if (!etat.complet && etat.recus === fichier.size && essai++ > 0) await this.attendre(1);
    }
  }

  envoyerUnMorceau(adresse, fichier, chemin, debut) {
    return new Promise((bon, mauvais) => {
      const xhr = this.xhr = new XMLHttpRequest();
      xhr.open('POST', `${adresse}?chemin=${encodeURIComponent(chemin)}&octets=${fichier.size}&debut=${debut}`);
      xhr.setRequestHeader('Content-Type', 'application/octet-stream');
      xhr.setRequestHeader('RequestVerificationToken', this.dataset.jeton);
      xhr.upload.onprogress = event => this.avancer(debut + event.loaded, fichier.size);
      xhr.onload = () => {
        if (xhr.status === 200) bon(JSON.parse(xhr.responseText));
        else if ([502, 503, 504].includes(xhr.status)) mauvais(new Coupure());
        else mauvais(new Error(xhr.responseText || (xhr.status === 404 ? "le serveur ne connaît plus cet envoi : recommencez-le." : `${chemin} a été refusé (${xhr.status}).`)));
      };
      xhr.onerror = () => mauvais(new Coupure());
      xhr.onabort = () => mauvais(new Error('arrêt demandé.'));
      // A slice and not its bytes: the browser reads it from the disk as it sends it.
      xhr.send(fichier.slice(debut, debut + MORCEAU));
    });
  }

  // Nothing at all when the first piece never came.
  async ouEnEst(adresse) {
    const reponse = await fetch(adresse).catch(() => { throw new Coupure(); });
    if (reponse.status === 404) return { recus: 0, complet: false };
    if (!reponse.ok) throw new Coupure();
    return reponse.json();
  }

  // The answer may be lost after the batch was launched: then it is no longer open, and exists.
  async lancer(lot) {
    const reponse = await poster(`/api/imports/${lot}/lancer`, this.dataset.jeton).catch(() => { throw new Coupure(); });
    if (reponse.ok || (reponse.status === 404 && (await fetch(`/api/imports/${lot}`)).ok)) return;
    if ([502, 503, 504].includes(reponse.status)) throw new Coupure();
    throw new Error(await reponse.text() || `le serveur a refusé la demande (${reponse.status}).`);
  }

  // Until it is done, the person stops it, or the server says no.
  async insister(faire, apresUneCoupure) {
    for (let essai = 0; ; essai++) {
      if (this.annule) throw new Error('arrêt demandé.');
      try {
        return essai === 0 || !apresUneCoupure ? await faire() : await apresUneCoupure();
      } catch (erreur) {
        if (!(erreur instanceof Coupure)) throw erreur;
        const delai = PATIENCE[Math.min(essai, PATIENCE.length - 1)];
        this.dire(`La connexion est coupée. Nouvel essai dans ${formate(delai)} s ; ce qui est arrivé est gardé.`);
        await this.attendre(delai);
      }
    }
  }

  // Shorter when the network comes back or the person gives up.
  attendre(secondes) {
    return new Promise(bon => {
      const fin = () => { clearTimeout(minuterie); removeEventListener('online', fin); this.reveiller = null; bon(); };
      const minuterie = setTimeout(fin, secondes * 1000);
      addEventListener('online', fin);
      this.reveiller = fin;
    });
  }

  avancer(faitsDuFichier, octetsDuFichier) {
    const [tout, courant] = this.querySelectorAll('progress');
    this.places = this.faits + faitsDuFichier;
    [tout.max, tout.value] = [Math.max(1, this.total), this.places];
    [courant.max, courant.value] = [Math.max(1, octetsDuFichier), faitsDuFichier];
    if (this.querySelector('output').textContent !== this.titre) this.dire(this.titre);
  }

  // The last ones: thousands of lines would slow the page down, and the report has them all.
  montrerReconnu(chemin, texte) {
    const liste = this.querySelector('[data-role="reconnus"]');
    const ligne = document.createElement('li');
    const nom = document.createElement('strong');
    nom.textContent = chemin;
    ligne.append(nom, ` : ${texte}`);
    liste.prepend(ligne);
    if (liste.children.length > 100) liste.lastElementChild.remove();
  }

  montrer(envoi) {
    if (envoi) this.querySelector('[data-role="reconnus"]').replaceChildren();
    this.querySelector('[data-role="choix"]').hidden = envoi;
    this.querySelector('[data-role="envoi"]').hidden = !envoi;
  }

  dire(texte) {
    this.querySelector('output').textContent = texte;
  }
}

class SuiviImport extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this.onClick);
    this.minuterie = setTimeout(this.regarder, 300);
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.onClick);
    clearTimeout(this.minuterie);
  }

  get adresse() { return `/api/imports/${this.getAttribute('lot')}`; }

  onClick = event => {
    if (!event.target.closest('[data-action="annuler"]')) return;
    event.target.disabled = true;
    poster(`${this.adresse}/annuler`, this.dataset.jeton);
  };

  regarder = async () => {
    try {
      const suivi = await (await fetch(this.adresse)).json();
      if (!this.isConnected) return;
      if (suivi.fini) return location.reload();
      const [tout, courant] = this.querySelectorAll('progress');
      [tout.max, tout.value] = [Math.max(1, suivi.octetsEnTout), suivi.octetsFaits];
      // How many bulletins a file holds is known at its end only: the second bar says that it is being read.
      if (suivi.fichier) courant.removeAttribute('value'); else courant.value = 0;
      this.querySelector('output').textContent = suivi.texte;
      this.querySelector('[data-role="fichier"]').textContent =
        suivi.fichier + (suivi.bulletins ? ` – ${formate(suivi.bulletins)} bulletins lus` : '');
    } catch {
      this.querySelector('output').textContent = 'Le serveur ne répond pas. Nouvel essai en cours…';
    }
    if (this.isConnected) this.minuterie = setTimeout(this.regarder, 500);
  };
}

customElements.define('depot-de-fichiers', DepotDeFichiers);
customElements.define('suivi-import', SuiviImport);
