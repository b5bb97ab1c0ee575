// Going back changes the address at once and leaves the page to Blazor's script: before that script runs, nobody would show the other
// screen. A page reached by going back twice in a row is read anew instead.
addEventListener('popstate', () => { if (!window.Blazor) location.reload(); });
