// Going back changes the address at once and leaves the page to Blazor's script: before that script runs, nobody would show the other
// screen. A page reached by going back twice in a row is read anew instead.
addEventListener('popstate', () => { if (!window.Blazor) location.reload(); });

// Where one was on each page of this window: how far down, and by which link one left. A page reached again by the browser's button is
// shown there, its row marked and its link focused. Only ranks and figures are kept, and only until the window is closed.
(() => {
  const STORE = 'xemelios-places';
  const TRIES = 30;
  let places = JSON.parse(sessionStorage.getItem(STORE) ?? '{}');
  let here = null;     // key of the page that is shown
  let wanted = null;   // key of the page that the browser's button asked for, until it is there

  const keep = (changes) => {
    if (here === null || wanted !== null || history.state?.place !== here) return;
    places[here] = { ...places[here], ...changes };
    sessionStorage.setItem(STORE, JSON.stringify(places));
  };
  const frames = () => [...document.querySelectorAll('.table-responsive')];
  const height = () => ({ top: Math.round(scrollY), frames: frames().map(f => [f.scrollLeft, f.scrollTop]) });
  const links = () => [...document.querySelectorAll('main a[href]')];
  const sign = (link) => [...link.getAttribute('href')].reduce((sum, c) => (sum * 31 + c.codePointAt(0)) | 0, 7);

  function arrive() {
    here = history.state?.place ?? null;
    if (here !== null) return;
    here = crypto.randomUUID?.() ?? String(performance.timeOrigin + performance.now());
    history.replaceState({ ...history.state, place: here }, '');
  }

  function restore(place, tries = 0) {
    if (!place || history.state?.place !== here) return;
    const link = place.link === undefined ? null : links()[place.link];
    if (link && sign(link) === place.sign) {
      link.closest('tr')?.classList.add('ligne-quittee');
      link.focus({ preventScroll: true });
    }
    place.frames?.forEach(([left, top], i) => frames()[i]?.scrollTo(left, top));
    scrollTo({ top: place.top ?? 0, behavior: 'instant' });
    // What is drawn late makes the page longer.
    if (Math.abs(scrollY - (place.top ?? 0)) > 1 && tries < TRIES) requestAnimationFrame(() => restore(place, tries + 1));
  }

  // A wide table scrolls in a frame of its own.
  addEventListener('scroll', () => keep(height()), { capture: true, passive: true });
  addEventListener('click', (event) => {
    const link = event.target.closest?.('main a[href]');
    if (link) keep({ ...height(), link: links().indexOf(link), sign: sign(link) });
  }, { capture: true });
  addEventListener('popstate', () => { wanted = history.state?.place ?? null; });

  addEventListener('DOMContentLoaded', () => {
    // Who comes next on this machine finds none of them.
    if (location.pathname === '/connexion') places = {};
    const again = history.state?.place ?? null;
    arrive();
    if (again !== null) restore(places[again]);
    window.Blazor?.addEventListener?.('enhancedload', () => {
      const place = wanted !== null && wanted === history.state?.place ? places[wanted] : null;
      wanted = null;
      arrive();
      if (place) requestAnimationFrame(() => restore(place));
    });
  });
})();
