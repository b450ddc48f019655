// A word that something was done. Those with an action stay until they are used or sent away (Escape, or data-close);
// mere words go by themselves.
const stay = 6000;

function shelf(): HTMLElement {
  const existing = document.querySelector<HTMLElement>(".toasts");
  if (existing) return existing;
  const made = document.createElement("div");
  made.className = "toasts";
  made.setAttribute("role", "status");
  document.body.append(made);
  return made;
}

export function say(words: string): void {
  const place = shelf();
  const toast = document.createElement("div");
  toast.className = "toast";
  const span = document.createElement("span");
  span.textContent = words;
  toast.append(span);
  // The shelf must be there first, or readers aloud miss what is laid on it.
  requestAnimationFrame(() => { place.append(toast); setTimeout(() => toast.remove(), stay); });
}

export function start(): void {
  document.addEventListener("click", event => {
    (event.target as Element).closest(".toast [data-close]")?.closest(".toast")?.remove();
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const toast = (event.target as Element).closest(".toast");
    if (!toast) return;
    toast.remove();
    document.querySelector<HTMLElement>("main")?.focus();
  });
}
