// <section id="beside">: what is said beside the text of a page. Something in it is brought near (event "leaderful:near"): laid
// over the edge of the page, at the bottom of a phone, until it is closed. Its forms are sent without leaving the page.
import { apply } from "./morph";
import * as sending from "./sending";
import * as toast from "./toast";
import { fragment } from "./trusted";

/** The page is a container, and what is fixed in it is fixed to it: only what lies over everything lies at the screen's edge. */
const near = "[popover]";

function bring(one: HTMLElement): void {
  for (const other of document.querySelectorAll<HTMLElement>(`#beside ${near}`)) if (other !== one) lay(other);
  one.hidden = false;
  if (one instanceof HTMLDetailsElement) one.open = true;
  if ("popover" in one && !one.popover) { one.popover = "manual"; one.showPopover(); }
  one.querySelector<HTMLElement>(one instanceof HTMLDetailsElement ? "summary" : "textarea")?.focus({ preventScroll: true });
}

function lay(one: HTMLElement): void {
  one.removeAttribute("popover");
  if (one instanceof HTMLDetailsElement) one.open = false;
  else one.hidden = true;
}

/** Back where one was reading. */
function leave(one: HTMLElement): void {
  lay(one);
  document.querySelector<HTMLElement>(".page-text")?.focus({ preventScroll: true });
}

async function send(form: HTMLFormElement, part: HTMLElement): Promise<void> {
  if (form.dataset["waits"] === undefined) { await ask(form, part); return; }
  const sent = await sending.send(form);
  if (sent.as === "shown") return;
  if (sent.as === "gone") sending.anew(form);
  if (form.matches("[data-beside-new]")) leave(form);
  if (sent.as === "gone") await refresh();
}

/** What is done with one press, and done again where it could not be. */
async function ask(form: HTMLFormElement, part: HTMLElement): Promise<void> {
  const buttons = form.querySelectorAll("button");
  for (const button of buttons) button.disabled = true;
  try {
    // An answer that leads elsewhere is all that is asked: where it leads is known.
    const answer = await fetch(form.action, { method: "POST", redirect: "manual", credentials: "same-origin" });
    if (answer.type === "opaqueredirect") await refresh(); else form.submit();
  } catch {
    toast.say(part.dataset["noNetwork"] ?? "");
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
    if ((event.target as Element).closest("[data-beside-words]")) for (const one of part.querySelectorAll(near)) one.removeAttribute("popover");
  });
  part.addEventListener("toggle", event => { const one = event.target as HTMLElement; if (one instanceof HTMLDetailsElement && !one.open) one.removeAttribute("popover"); }, true);
  part.addEventListener("keydown", event => {
    const one = (event.target as Element).closest<HTMLElement>(near);
    if (event.key !== "Escape" || !one || event.defaultPrevented || document.getElementById("names")) return;
    event.preventDefault();
    leave(one);
  });
  new MutationObserver(() => { sort(part); }).observe(part, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-settled"] });
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement && part.contains(named)) named.open = true;
}
