// <visionneuse-pdf src="…" mots="…">: a PDF read where one works. pdf.js and its viewer are fetched only when a page holds one. Nothing
// of the document runs: no form, no link, no script of it.
const LIB = '/lib/pdfjs/';
const VIGNETTE = 110;
const SANS_ANNOTATION = 0;

let library;
function pdfjs() {
  library ??= (async () => {
    const coeur = await import(LIB + 'pdf.min.mjs');
    coeur.GlobalWorkerOptions.workerSrc = LIB + 'pdf.worker.min.mjs';
    globalThis.pdfjsLib ??= coeur; // where the viewer looks for it
    return { coeur, vue: await import(LIB + 'pdf_viewer.mjs') };
  })();
  return library;
}

// The viewer's own words are in English: pages are all that is named here, once they are there.
const sansMots = {
  getLanguage: () => 'fr', getDirection: () => 'ltr', get: async (_, __, defaut) => defaut ?? '',
  translate: async () => {}, translateOnce: async () => {}, destroy: async () => {}, pause() {}, resume() {},
};

class VisionneusePdf extends HTMLElement {
  static observedAttributes = ['src'];

  connectedCallback() {
    this.addEventListener('click', this);
    this.addEventListener('submit', this);
    this.querySelector('.vignettes').addEventListener('toggle', this);
    this.open();
  }

  disconnectedCallback() {
    this.close();
  }

  // Enhanced navigation keeps the element and changes its address.
  attributeChangedCallback(name, before) {
    if (before !== null && this.isConnected) this.open();
  }

  async open() {
    this.close();
    const src = this.getAttribute('src');
    this.say('Chargement…');
    try {
      const { coeur, vue } = await pdfjs();
      const task = this.task = coeur.getDocument({
        url: src, cMapUrl: LIB + 'cmaps/', cMapPacked: true,
        standardFontDataUrl: LIB + 'standard_fonts/', wasmUrl: LIB + 'wasm/', isEvalSupported: false,
      });
      const pdf = await task.promise;
      if (this.task === task) this.show(pdf, vue);
    } catch (error) {
      if (this.getAttribute('src') !== src) return;
      this.say('Ce document ne peut pas être affiché ici.');
    }
  }

  show(pdf, { EventBus, PDFLinkService, PDFFindController, PDFViewer }) {
    this.fin = new AbortController();
    const bus = this.bus = new EventBus();
    const liens = new PDFLinkService({ eventBus: bus });
    const recherche = new PDFFindController({ eventBus: bus, linkService: liens });
    const container = this.querySelector('.visionneuse-page');
    const pages = document.createElement('div');
    pages.className = 'pdfViewer';
    container.replaceChildren(pages);
    this.vue = new PDFViewer({
      container, viewer: pages, eventBus: bus, linkService: liens, findController: recherche, l10n: sansMots,
      annotationMode: SANS_ANNOTATION, enableAutoLinking: false, abortSignal: this.fin.signal,
    });
    liens.setViewer(this.vue);
    bus.on('pagesinit', () => {
      for (const page of pages.querySelectorAll('.page')) page.setAttribute('aria-label', `Page ${page.dataset.pageNumber}`);
      this.vue.currentScaleValue = 'page-width';
      this.say(`Page 1 sur ${pdf.numPages}`);
      this.mark(this.getAttribute('mots') ?? '');
    });
    bus.on('pagechanging', ({ pageNumber }) => this.say(`Page ${pageNumber} sur ${pdf.numPages}`));
    for (const nom of ['updatefindmatchescount', 'updatefindcontrolstate']) bus.on(nom, ({ matchesCount }) => this.count(matchesCount));
    this.pdf = pdf;
    liens.setDocument(pdf, null);
    this.vue.setDocument(pdf);
    this.querySelector('.vignettes').open = false;
    this.querySelector('.vignettes ol').replaceChildren();
  }

  close() {
    this.fin?.abort();
    this.task?.destroy();
    this.task = this.pdf = this.vue = undefined;
  }

  handleEvent(evenement) {
    if (evenement.type === 'submit') {
      evenement.preventDefault();
      this.find(evenement.submitter?.dataset.sens === 'avant');
    } else if (evenement.type === 'toggle') {
      if (evenement.target.open) this.thumbnails();
    } else {
      const bouton = evenement.target.closest('[data-action]');
      if (bouton && this.vue) this.act(bouton.dataset.action, bouton);
    }
  }

  act(action, bouton) {
    const { vue } = this;
    switch (action) {
      case 'precedente': vue.previousPage(); break;
      case 'suivante': vue.nextPage(); break;
      case 'reduire': vue.decreaseScale(); break;
      case 'agrandir': vue.increaseScale(); break;
      case 'largeur': vue.currentScaleValue = 'page-width'; break;
      case 'tourner': vue.pagesRotation = (vue.pagesRotation + 90) % 360; break;
      case 'page': vue.currentPageNumber = Number(bouton.dataset.page); break;
    }
  }

  mark(mots) {
    const saisie = this.querySelector('input[type=search]');
    saisie.value = mots;
    if (mots) this.find(false);
    else this.count({ total: 0 });
  }

  find(avant) {
    const query = this.querySelector('input[type=search]').value.trim();
    const type = query === this.cherche ? 'again' : '';
    this.cherche = query;
    this.bus?.dispatch('find', { source: this, type, query, findPrevious: avant, highlightAll: true, caseSensitive: false, entireWord: false, matchDiacritics: false });
    if (!query) this.count({ total: 0 });
  }

  count({ current, total }) {
    const trouves = this.querySelector('[data-trouves]');
    trouves.textContent = !this.cherche ? '' : total === 0 ? 'Aucun passage' : `${current} sur ${total}`;
  }

  async thumbnails() {
    const liste = this.querySelector('.vignettes ol');
    const { pdf } = this;
    if (!pdf || liste.children.length > 0) return;
    const aVoir = new IntersectionObserver((vues) => {
      for (const { isIntersecting, target } of vues) {
        if (!isIntersecting) continue;
        aVoir.unobserve(target);
        this.thumbnail(pdf, target);
      }
    }, { root: liste, rootMargin: '200px' });
    for (let page = 1; page <= pdf.numPages; page++) {
      const rang = document.createElement('li');
      const bouton = document.createElement('button');
      bouton.type = 'button';
      bouton.dataset.action = 'page';
      bouton.dataset.page = page;
      bouton.setAttribute('aria-label', `Aller à la page ${page}`);
      bouton.append(document.createElement('canvas'), String(page));
      rang.append(bouton);
      liste.append(rang);
      aVoir.observe(bouton);
    }
  }

  async thumbnail(pdf, bouton) {
    const page = await pdf.getPage(Number(bouton.dataset.page));
    const viewport = page.getViewport({ scale: VIGNETTE / page.getViewport({ scale: 1 }).width });
    const canvas = bouton.querySelector('canvas');
    [canvas.width, canvas.height] = [viewport.width, viewport.height];
    await page.render({ canvas, viewport }).promise;
  }

  say(text) {
    this.querySelector('output').textContent = text;
  }
}

customElements.define('visionneuse-pdf', VisionneusePdf);
