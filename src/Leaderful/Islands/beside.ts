// <section id="beside">: what is said beside the text of a page. Something in it is brought near (event "leaderful:near"): laid
// over the edge of the page, at the bottom of a phone, until it is closed. Its forms are sent without leaving the page; what
// cannot be sent so is sent as a browser does.
import { apply } from "./morph";
import { fragment } from "./trusted";

const near = "near";

function bring(one: HTMLElement): void {
  for (const other of document.querySelectorAll<HTMLElement>(`#beside .${near}`)) if (other !== one) lay(other);
  one.hidden = false;
  one.classList.add(near);
  if (one instanceof HTMLDetailsElement) {
    one.open = true;
    one.querySelector("summary")?.focus({ preventScroll: true });
  } else one.querySelector<HTMLElement>("textarea")?.focus({ preventScroll: true });
}

function lay(one: HTMLElement): void {
  one.classList.remove(near);
  if (one.matches("[data-beside-new]")) one.hidden = true;
  else (one as HTMLDetailsElement).open = false;
}

/** Back where one was reading. */
function leave(one: HTMLElement): void {
  lay(one);
  document.querySelector<HTMLElement>(".page-text")?.focus({ preventScroll: true });
}

async function send(form: HTMLFormElement, part: HTMLElement): Promise<void> {
  const buttons = form.querySelectorAll("button");
  for (const button of buttons) button.disabled = true;
  try {
    // An answer that leads elsewhere is all that is asked: where it leads is known.
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>), redirect: "manual", credentials: "same-origin" });
    if (answer.type !== "opaqueredirect") { form.submit(); return; }
    form.reset();
    if (form.matches("[data-beside-new]")) leave(form);
    await refresh();
  } catch {
    const wrong = form.querySelector<HTMLElement>(".wrong") ?? document.querySelector<HTMLElement>("[data-page-problem]");
    if (wrong) wrong.textContent = part.dataset["away"] ?? "";
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

/** What the page says now, whatever the stream of changes does. */
async function refresh(): Promise<void> {
  const answer = await fetch(location.pathname, { credentials: "same-origin" });
  if (!answer.ok) return;
  const fresh = fragment(await answer.text()), kept = document.createElement("div");
  const open = new Set([...fresh.querySelectorAll<HTMLElement>("#beside .beside")].map(one => {
    one.dataset["into"] = one.parentElement?.id ?? "";
    kept.append(one);
    return one.id;
  }));
  for (const one of document.querySelectorAll<HTMLElement>("#beside .beside")) if (!open.has(one.id)) one.remove();
  apply(kept.innerHTML);
  const toasts = fresh.querySelector(".toasts");
  if (toasts) document.body.append(document.importNode(toasts, true));
}

/** What is settled lies apart, and what is taken up again comes back. */
function sort(part: HTMLElement): void {
  for (const one of part.querySelectorAll<HTMLElement>(".beside")) {
    const to = part.querySelector(one.hasAttribute("data-settled") ? "#beside-settled" : "#beside-open");
    if (!to || one.parentElement === to) continue;
    lay(one);
    to.append(one);
  }
}

export function start(): void {
  const part = document.getElementById("beside");
  if (!part) return;
  document.addEventListener("leaderful:near", event => { bring(event.target as HTMLElement); });
  part.addEventListener("submit", event => {
    event.preventDefault();
    void send(event.target as HTMLFormElement, part);
  });
  part.addEventListener("click", event => {
    const form = (event.target as Element).closest("[data-beside-close]")?.closest("form");
    if (form) leave(form);
    if ((event.target as Element).closest("[data-beside-words]")) for (const one of part.querySelectorAll<HTMLElement>(`.${near}`)) one.classList.remove(near);
  });
  part.addEventListener("toggle", event => { if (!(event.target as HTMLDetailsElement).open) (event.target as HTMLElement).classList.remove(near); }, true);
  part.addEventListener("keydown", event => {
    const one = (event.target as Element).closest<HTMLElement>(`.${near}`);
    if (event.key !== "Escape" || !one || event.defaultPrevented || document.getElementById("names")) return;
    event.preventDefault();
    leave(one);
  });
  new MutationObserver(() => { sort(part); }).observe(part, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-settled"] });
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement && part.contains(named)) named.open = true;
}
