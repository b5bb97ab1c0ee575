// <visionneuse-pdf src="…">: shows a PDF page by page on a canvas. pdf.js is fetched only when a page holds a viewer.
const LIB = '/lib/pdfjs/';
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

let library;
function pdfjs() {
  library ??= import(LIB + 'pdf.min.mjs').then(module => {
    module.GlobalWorkerOptions.workerSrc = LIB + 'pdf.worker.min.mjs';
    return module;
  });
  return library;
}

class VisionneusePdf extends HTMLElement {
  static observedAttributes = ['src'];

  connectedCallback() {
    this.addEventListener('click', this.onClick);
    this.open();
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.onClick);
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
      const { getDocument } = await pdfjs();
      const task = getDocument({
        url: src, cMapUrl: LIB + 'cmaps/', cMapPacked: true,
        standardFontDataUrl: LIB + 'standard_fonts/', wasmUrl: LIB + 'wasm/', isEvalSupported: false,
      });
      this.task = task;
      const pdf = await task.promise;
      if (this.task !== task) return;
      [this.pdf, this.number, this.zoom] = [pdf, 1, 1];
      await this.draw();
    } catch (error) {
      if (this.getAttribute('src') !== src) return;
      this.say('Ce document ne peut pas être affiché ici.');
    }
  }

  close() {
    this.task?.destroy();
    this.task = this.pdf = undefined;
  }

  onClick = event => {
    const action = event.target.closest('[data-action]')?.dataset.action;
    if (!action || !this.pdf) return;
    if (action === 'precedente') this.number = Math.max(1, this.number - 1);
    if (action === 'suivante') this.number = Math.min(this.pdf.numPages, this.number + 1);
    if (action === 'reduire') this.zoom = ZOOMS.findLast(z => z < this.zoom) ?? this.zoom;
    if (action === 'agrandir') this.zoom = ZOOMS.find(z => z > this.zoom) ?? this.zoom;
    this.draw();
  };

  async draw() {
    const page = await this.pdf.getPage(this.number);
    const holder = this.querySelector('.visionneuse-page');
    const width = page.getViewport({ scale: 1 }).width;
    const fit = Math.max(200, holder.clientWidth) / width;
    const viewport = page.getViewport({ scale: fit * this.zoom * devicePixelRatio });
    // A canvas of its own for each drawing: a page asked for meanwhile never draws over this one.
    const canvas = document.createElement('canvas');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', `Page ${this.number} du document`);
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.style.width = `${viewport.width / devicePixelRatio}px`;
    const drawing = this.drawing = page.render({ canvas, viewport });
    await drawing.promise;
    if (this.drawing !== drawing) return;
    holder.replaceChildren(canvas);
    this.say(`Page ${this.number} sur ${this.pdf.numPages}`);
  }

  say(text) {
    this.querySelector('output').textContent = text;
  }
}

customElements.define('visionneuse-pdf', VisionneusePdf);
