// A table that fits lets the page scroll, and its head stays at the top of the window; one that is wider scrolls in a frame of its own,
// where its head and its first column stay in sight. Without script every table scrolls sideways and its head leaves with the page.
const suivre = new ResizeObserver(() => ajuster());

const ajuster = () => {
  for (const cadre of document.querySelectorAll(".table-responsive")) {
    const table = cadre.firstElementChild;
    const tient = table.offsetWidth <= cadre.clientWidth + 1;
    cadre.classList.toggle("tient", tient);
    cadre.classList.toggle("deborde", !tient && table.offsetHeight > innerHeight * .9);
    suivre.observe(cadre);
    suivre.observe(table);
  }
};

globalThis.Blazor?.addEventListener("enhancedload", ajuster);
ajuster();
