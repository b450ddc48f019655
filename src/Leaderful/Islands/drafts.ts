// What is typed into a form with data-draft="key" stays on this device until the server says it has it:
// <meta name="draft-done" content="key"> on the next page ("*" forgets every draft, for signing out).
import { all } from "./dom";

export type Fields = Record<string, string[]>;
export interface Draft { at: number; fields: Fields; base: Fields }

const prefix = "leaderful-draft:";
const lifetime = 30 * 24 * 60 * 60 * 1000;
const pause = 250;

const same = (a: string[] = [], b: string[] = []) => a.length === b.length && a.every((x, i) => x === b[i]);

/** Which of the draft's fields go back: never over what the server has, unless the draft came after it. */
export function returning(draft: Draft, server: Fields, savedAt: number): Fields {
  return Object.fromEntries(Object.entries(draft.fields).filter(([name, value]) => {
    const theirs = server[name];
    if (!theirs || same(value, theirs)) return false;
    const empty = theirs.every(x => x === "");
    return empty || same(draft.base[name], theirs) || draft.at > savedAt;
  }));
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function fields(form: HTMLFormElement): Field[] {
  return [...form.elements].filter((one): one is Field => {
    if (one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) return one.name !== "";
    return one instanceof HTMLInputElement && one.name !== ""
      && !["hidden", "password", "file", "submit", "button", "reset", "image"].includes(one.type)
      && one.autocomplete !== "one-time-code";
  });
}

const ticked = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");

function read(form: HTMLFormElement, original: boolean): Fields {
  const result: Fields = {};
  for (const field of fields(form)) {
    const list = result[field.name] ??= [];
    if (ticked(field)) {
      if (original ? field.defaultChecked : field.checked) list.push(field.value);
    } else if (field instanceof HTMLSelectElement) {
      const marked = [...field.options].filter(option => original ? option.defaultSelected : option.selected);
      if (original && marked.length === 0 && !field.multiple && field.options[0]) marked.push(field.options[0]);
      list.push(...marked.map(option => option.value));
    } else {
      list.push(original ? field.defaultValue : field.value);
    }
  }
  return result;
}

function write(form: HTMLFormElement, values: Fields): void {
  const places: Record<string, number> = {};
  for (const field of fields(form)) {
    const value = values[field.name];
    if (!value) continue;
    if (ticked(field)) field.checked = value.includes(field.value);
    else if (field instanceof HTMLSelectElement) for (const option of field.options) option.selected = value.includes(option.value);
    else {
      const place = places[field.name] = (places[field.name] ?? -1) + 1;
      field.value = value[place] ?? field.value;
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// Private windows and full disks throw; then nothing is kept, and nothing is said.
function stored(key: string): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(prefix + key) ?? "null") as Draft | null;
    return draft && Date.now() - draft.at < lifetime ? draft : undefined;
  } catch { return undefined; }
}

function forget(key: string): void {
  try {
    if (key !== "*") { localStorage.removeItem(prefix + key); return; }
    for (const one of Object.keys(localStorage)) if (one.startsWith(prefix)) localStorage.removeItem(one);
  } catch { /* nothing was kept */ }
}

function keep(form: HTMLFormElement): void {
  const key = form.dataset["draft"];
  if (!key || !form.isConnected) return;
  const now = read(form, false), base = read(form, true);
  if (JSON.stringify(now) === JSON.stringify(base)) { forget(key); return; }
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), fields: now, base } satisfies Draft));
  } catch { return; }
  const note = form.querySelector<HTMLElement>("[data-kept]");
  if (note && !note.hasAttribute("data-on")) {
    note.textContent = note.dataset["kept"] ?? "";
    note.setAttribute("data-on", "");
  }
}

const waiting = new Map<HTMLFormElement, ReturnType<typeof setTimeout>>();

function flush(): void {
  for (const [form, timer] of waiting) { clearTimeout(timer); keep(form); }
  waiting.clear();
}

export function restore(root: ParentNode): void {
  for (const form of all<HTMLFormElement>(root, "form[data-draft]")) {
    const draft = stored(form.dataset["draft"] ?? "");
    if (!draft) continue;
    const savedAt = Date.parse(form.dataset["draftAt"] ?? "") || Infinity;
    const server = read(form, true), now = read(form, false);
    const back = Object.entries(returning(draft, server, savedAt)).filter(([name]) => same(now[name], server[name]));
    write(form, Object.fromEntries(back));        // what is being typed at this moment is newer than any draft
  }
}

export function start(): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="draft-done"]')) forget(meta.content);
  const changed = (event: Event) => {
    const form = (event.target as Partial<Field> | null)?.form;
    if (!form?.dataset["draft"]) return;
    clearTimeout(waiting.get(form));
    waiting.set(form, setTimeout(() => { waiting.delete(form); keep(form); }, pause));
  };
  document.addEventListener("input", changed);
  document.addEventListener("change", changed);
  document.addEventListener("reset", event => {
    const form = event.target as HTMLFormElement;
    if (form.dataset["draft"]) forget(form.dataset["draft"]);
  });
  document.addEventListener("submit", flush, { capture: true });
  document.addEventListener("visibilitychange", flush);
  addEventListener("pagehide", flush);
}
