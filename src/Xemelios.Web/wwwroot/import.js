// <depot-de-fichiers>: sends files and whole folders one by one, as raw bodies. <suivi-import lot="…">: follows an import.
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
  }

  disconnectedCallback() {
    removeEventListener('dragover', this.refuser);
    removeEventListener('drop', this.refuser);
    this.xhr?.abort();
  }

  refuser = event => event.preventDefault();
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
    if (event.target.closest('[data-action="annuler"]')) {
      this.annule = true;
      this.xhr?.abort();
    }
  };

  async envoyer(fichiers) {
    if (this.occupe) return;
    if (fichiers.length === 0) return this.dire('Aucun fichier à envoyer.');
    this.occupe = true;
    this.annule = false;
    const total = fichiers.reduce((somme, { fichier }) => somme + fichier.size, 0);
    let lot, faits = 0;
    try {
      this.montrer(true);
      ({ lot } = await appeler('/api/imports', this.dataset.jeton));
      for (const [rang, { fichier, chemin }] of fichiers.entries()) {
        this.dire(`Envoi de ${formate(rang + 1)} sur ${formate(fichiers.length)} : ${chemin}`);
        await this.envoyerUn(lot, fichier, chemin, envoyes => this.avancer(faits + envoyes, total, envoyes, fichier.size));
        faits += fichier.size;
      }
      await appeler(`/api/imports/${lot}/lancer`, this.dataset.jeton);
      location.assign(`/import/${lot}`);
    } catch (erreur) {
      if (lot) poster(`/api/imports/${lot}/annuler`, this.dataset.jeton);
      this.montrer(false);
      this.dire(this.annule ? "L'envoi a été arrêté." : `L'envoi s'est arrêté : ${erreur.message}`);
    } finally {
      this.occupe = false;
    }
  }

  envoyerUn(lot, fichier, chemin, progres) {
    return new Promise((bon, mauvais) => {
      const xhr = this.xhr = new XMLHttpRequest();
      xhr.open('POST', `/api/imports/${lot}/fichiers?chemin=${encodeURIComponent(chemin)}`);
      xhr.setRequestHeader('Content-Type', 'application/octet-stream');
      xhr.setRequestHeader('RequestVerificationToken', this.dataset.jeton);
      xhr.upload.onprogress = event => progres(event.loaded);
      xhr.onload = () => xhr.status < 300 ? bon() : mauvais(new Error(xhr.responseText || `${chemin} a été refusé (${xhr.status}).`));
      xhr.onerror = () => mauvais(new Error('la connexion au serveur est perdue.'));
      xhr.onabort = () => mauvais(new Error('arrêt demandé.'));
      // A file and not its bytes: the browser streams it from the disk.
      xhr.send(fichier);
    });
  }

  avancer(faits, total, faitsDuFichier, octetsDuFichier) {
    const [tout, courant] = this.querySelectorAll('progress');
    [tout.max, tout.value] = [Math.max(1, total), faits];
    [courant.max, courant.value] = [Math.max(1, octetsDuFichier), faitsDuFichier];
  }

  montrer(envoi) {
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
