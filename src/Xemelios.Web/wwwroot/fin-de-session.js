// Every answer of the server begins the delay anew; a page that asks nothing more is told before its session ends.
customElements.define("fin-de-session", class extends HTMLElement {
  connectedCallback() {
    const [avant, apres, bouton] = [this.querySelector("[data-role=avant]"), this.querySelector("[data-role=apres]"), this.querySelector("button")];
    let minuterie;
    const attendre = () => {
      clearTimeout(minuterie);
      this.hidden = true;
      [avant.hidden, apres.hidden, bouton.hidden] = [false, true, false];
      minuterie = setTimeout(() => {
        this.hidden = false;
        bouton.focus();
        minuterie = setTimeout(() => [avant.hidden, apres.hidden, bouton.hidden] = [true, false, true], this.dataset.preavis * 1000);
      }, this.dataset.delai * 1000);
    };
    bouton.addEventListener("click", async () => {
      const reponse = await fetch("/session", { redirect: "manual" }).catch(() => null);
      if (reponse?.status === 204) attendre();
      else [avant.hidden, apres.hidden, bouton.hidden] = [true, false, true];
    });
    this.attendre = attendre;
    globalThis.Blazor?.addEventListener("enhancedload", attendre);
    attendre();
  }

  disconnectedCallback() { globalThis.Blazor?.removeEventListener("enhancedload", this.attendre); }
});
