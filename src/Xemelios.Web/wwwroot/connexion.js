// The server was stopped and answers again: it knows nothing of the open page any more. The page is read anew at the same place, the
// scroll kept by the browser; but what somebody has begun to type is his, and he is asked.
const dialogue = document.getElementById("components-reconnect-modal");

const saisie = () => document.querySelector("depot-de-fichiers")?.occupe || [...document.querySelectorAll("main input:not([type=hidden]), main textarea, main select")].some(champ =>
  champ.type === "checkbox" || champ.type === "radio" ? champ.checked !== champ.defaultChecked
    : champ.tagName === "SELECT" ? [...champ.options].some(o => o.selected !== o.defaultSelected) && [...champ.options].some(o => o.defaultSelected)
      : champ.value !== champ.defaultValue);

const revenir = () => {
  if (saisie()) dialogue.classList.add("saisie-en-cours");
  else location.reload();
};

// After its last try Blazor's script gives up: a server that comes back later is still found.
const guetter = async () => {
  while (dialogue.classList.contains("components-reconnect-failed")) {
    await new Promise(suite => setTimeout(suite, 5000));
    if (await fetch("/a-propos", { method: "HEAD" }).then(r => r.ok, () => false)) return revenir();
  }
};

new MutationObserver(() => {
  if (dialogue.classList.contains("components-reconnect-rejected") && !dialogue.classList.contains("saisie-en-cours")) revenir();
  else if (dialogue.classList.contains("components-reconnect-failed")) guetter();
}).observe(dialogue, { attributes: true, attributeFilter: ["class"] });
