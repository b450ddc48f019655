// Small things the parts of a note have in common. What a panel is for stands in data-note-panel; a sentence about what went
// wrong goes into [data-note-wrong="…"], beside the field it is about.
import { all } from "../dom";

export const panel = (root: ParentNode, name: string) => root.querySelector<HTMLElement>(`[data-note-panel="${name}"]`);

/** Shown panels are where the reader is: they are told, and go on from there. */
export function show(shown: HTMLElement | null, isShown: boolean): void {
  if (!shown || shown.hidden !== isShown) return;
  shown.hidden = !isShown;
  if (isShown && document.activeElement?.closest("[data-note-script]")) shown.querySelector<HTMLElement>("h3")?.focus();
}

export function wrong(root: ParentNode, name: string, words: string): void {
  const place = root.querySelector<HTMLElement>(`[data-note-wrong="${name}"]`), field = place?.closest(".field")?.querySelector("input");
  if (!place) return;
  place.textContent = words;
  if (!field) return;
  if (words === "") field.removeAttribute("aria-invalid");
  else { field.setAttribute("aria-invalid", "true"); field.focus(); }
}

export const typed = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>("input:not([type=checkbox])");

/** What was typed into a panel goes with it. */
export function empty(root: ParentNode): void {
  for (const form of all<HTMLFormElement>(root, "form")) form.reset();
  for (const field of all<HTMLInputElement>(root, "input[type=text][data-note-secret]")) field.type = "password";
  for (const place of all(root, "[data-note-wrong]")) place.textContent = "";
  for (const field of all(root, "[aria-invalid]")) field.removeAttribute("aria-invalid");
}

/** One work at a time, and the form says that it goes on. */
export async function busily(of: HTMLElement, work: () => Promise<void>): Promise<void> {
  if (of.getAttribute("aria-busy") === "true") return;
  of.setAttribute("aria-busy", "true");
  try { await work(); } finally { of.removeAttribute("aria-busy"); }
}

/** [data-note-reveal]: a tick that shows what is typed into the secret field of its form. */
export function reveals(root: HTMLElement): void {
  root.addEventListener("change", event => {
    const tick = event.target as HTMLInputElement;
    if (!tick.hasAttribute("data-note-reveal") || !tick.form) return;
    for (const field of all<HTMLInputElement>(tick.form, "[data-note-secret]")) field.type = tick.checked ? "text" : "password";
  });
}
