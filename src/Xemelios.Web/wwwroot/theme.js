// Before anything is drawn: the machine's own theme where none was chosen. A page reached by a link is merged into this one, the
// attributes of <html> included, so they are watched. Names leave the title too when they are masked.
(() => {
  const racine = document.documentElement;
  const sombre = matchMedia("(prefers-color-scheme: dark)");
  const appliquer = () => {
    const voulu = racine.dataset.theme !== "auto" ? racine.dataset.theme : sombre.matches ? "dark" : "light";
    if (racine.getAttribute("data-bs-theme") !== voulu) racine.setAttribute("data-bs-theme", voulu);
    if (racine.dataset.incognito === "oui" && document.title !== "Xemelios Next") document.title = "Xemelios Next";
  };
  appliquer();
  sombre.addEventListener("change", appliquer);
  new MutationObserver(appliquer).observe(racine, { attributes: true });
  addEventListener("DOMContentLoaded", () => {
    appliquer();
    new MutationObserver(appliquer).observe(document.head, { childList: true, subtree: true, characterData: true });
  });
})();
