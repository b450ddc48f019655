// Write and look: two tabs over one text. <form data-preview-url="/preview"> holds
//   <div class="tabs small" role="tablist" hidden data-island>  two <button type="button" role="tab" data-pane="write|preview" aria-controls="…">
//   <textarea …>  and  <div class="preview read" id="…" role="tabpanel" tabindex="0" hidden data-island data-empty="…" data-failed="…">
// The text is posted as "text"; the answer is a fragment the server has made safe.
import { all } from "./dom";
import { fragment } from "./trusted";

const tabsOf = (form: Element) => [...form.querySelectorAll<HTMLButtonElement>('[role="tab"][data-pane]')];

export function prepare(root: ParentNode): void {
  for (const form of all(root, "form[data-preview-url]")) {
    form.querySelector('[role="tablist"]')?.removeAttribute("hidden");
    for (const tab of tabsOf(form)) tab.tabIndex = tab.getAttribute("aria-selected") === "true" ? 0 : -1;
  }
}

async function show(form: HTMLFormElement, tab: HTMLButtonElement): Promise<void> {
  const look = tab.dataset["pane"] === "preview";
  for (const one of tabsOf(form)) {
    one.setAttribute("aria-selected", String(one === tab));
    one.tabIndex = one === tab ? 0 : -1;
  }
  const area = form.querySelector("textarea");
  const pane = form.querySelector<HTMLElement>(".preview");
  if (!area || !pane) return;
  if (look) pane.style.minBlockSize = `${area.offsetHeight}px`;
  area.hidden = look;
  const bar = form.querySelector<HTMLElement>(".toolbar");
  if (bar) bar.hidden = look;
  pane.hidden = !look;
  if (!look) return;
  if (area.value.trim() === "") { pane.replaceChildren(); return; }
  pane.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.dataset["previewUrl"] ?? "", {
      method: "POST", body: new URLSearchParams({ text: area.value }), credentials: "same-origin",
    });
    if (!answer.ok) throw new Error(String(answer.status));
    pane.replaceChildren(fragment(await answer.text()));
  } catch {
    pane.replaceChildren(pane.dataset["failed"] ?? "");
  } finally {
    pane.removeAttribute("aria-busy");
  }
}

export function start(): void {
  const tabAt = (event: Event) => (event.target as Element).closest<HTMLButtonElement>('form[data-preview-url] [role="tab"][data-pane]');
  document.addEventListener("click", event => {
    const tab = tabAt(event);
    if (tab) void show(tab.closest("form")!, tab);
  });
  document.addEventListener("keydown", event => {
    const tab = tabAt(event);
    if (!tab || !["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    const tabs = tabsOf(tab.closest("form")!);
    const back = event.key === "Home" || event.key === (getComputedStyle(tab).direction === "rtl" ? "ArrowRight" : "ArrowLeft");
    const next = tabs[event.key === "Home" ? 0 : event.key === "End" ? tabs.length - 1
      : (tabs.indexOf(tab) + (back ? -1 : 1) + tabs.length) % tabs.length]!;
    next.focus();
    void show(next.closest("form")!, next);
  });
}
