// What is typed into a form with data-draft="key" stays on this device until the server says it has it:
// <meta name="draft-done" content="key"> on the next page ("*" forgets every draft, for signing out).
//
// With data-draft-kept="/address" it is kept by the server too, for the person's other devices: the form is posted there, a
// little after typing stops, with age (seconds since) and, where it is only to be laid beside what is there, aside. In the form
// stands [data-draft-line]; the server's answer is its new content:
//
//   <input type="hidden" name="draft" value="stamp" data-of="id" data-as="draft|nothing|sent|refused">  <div data-draft-others>…</div>
//
// The stamp says from what the form goes on; [data-draft-shown="id"] says whence that came, and goes when it is another now.
// data-draft-at is when it was typed; with data-draft-fresh it was put into the
// field just now and is newer than anything. What this device keeps of such a form is only what the server has not got.
import { wait } from "./backoff";
import { all } from "./dom";
import { fragment } from "./trusted";

export type Fields = Record<string, string[]>;
export interface Draft { at: number; fields: Fields; base: Fields; stamp?: string }

const prefix = "leaderful-draft:", besides = "leaderful-draft-aside:";
const lifetime = 30 * 24 * 60 * 60 * 1000;
const pause = 250, rest = 2000, longest = 15_000;
/** More than this no browser sends on once its page has gone. */
const lastWords = 60_000;

const same = (a: string[] = [], b: string[] = []) => a.length === b.length && a.every((x, i) => x === b[i]);
const alike = (a: Fields, b: Fields) => Object.keys({ ...a, ...b }).every(name => same(a[name], b[name]));

/** Which of the draft's fields go back: never over what the server has, unless the draft came after it. */
export function returning(draft: Draft, server: Fields, savedAt: number): Fields {
  return Object.fromEntries(Object.entries(draft.fields).filter(([name, value]) => {
    const theirs = server[name];
    if (!theirs || same(value, theirs)) return false;
    const empty = theirs.every(x => x === "");
    return empty || same(draft.base[name], theirs) || draft.at > savedAt;
  }));
}

/**
 * What this device has not yet sent, beside what the server shows. "same": nothing to do. "mine": it goes into the field, and
 * whatever the server has that it did not go on from is laid aside there. "aside": the server's is newer and stays in the
 * field, and this one is laid beside it. Nothing is ever dropped.
 */
export function meeting(local: Draft, server: Fields, stamp: string, savedAt: number): "same" | "mine" | "aside" {
  const theirs = Object.fromEntries(Object.keys(local.fields).map(name => [name, server[name] ?? []]));
  if (alike(local.fields, theirs)) return "same";
  const goesOn = (local.stamp ?? "") === stamp && (stamp !== "" || alike(local.base, theirs));
  return goesOn || local.at > savedAt ? "mine" : "aside";
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

// ---- on this device ---------------------------------------------------------

// Private windows and full disks throw; then nothing is kept, and nothing is said.
function stored(key: string, under = prefix): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(under + key) ?? "null") as Draft | null;
    return draft && Date.now() - draft.at < lifetime ? draft : undefined;
  } catch { return undefined; }
}

function store(key: string, draft: Draft, under = prefix): boolean {
  try { localStorage.setItem(under + key, JSON.stringify(draft)); return true; } catch { return false; }
}

function forget(key: string, under = prefix): void {
  try {
    if (key !== "*") { localStorage.removeItem(under + key); return; }
    for (const one of Object.keys(localStorage)) if (one.startsWith(prefix) || one.startsWith(besides)) localStorage.removeItem(one);
  } catch { /* nothing was kept */ }
}

function say(form: HTMLFormElement, what: "kept" | "keptThere"): void {
  const note = form.querySelector<HTMLElement>("[data-kept]");
  const words = note?.dataset[what];
  if (!note || words === undefined || note.textContent === words) return;
  note.textContent = words;
  note.setAttribute("data-on", "");
}

function keep(form: HTMLFormElement): void {
  const key = form.dataset["draft"];
  if (!key || !form.isConnected) return;
  const now = read(form, false), base = read(form, true), state = sharing.get(form);
  if (alike(now, state?.there ?? base)) { forget(key); return; }
  const isKept = store(key, { at: state?.typedAt ?? Date.now(), fields: now, base, stamp: stampOf(form) });
  if (isKept && !state?.isShared) say(form, "kept");
}

// ---- on the server ----------------------------------------------------------

interface Sharing {
  /** What the server has of this form. */
  there: Fields;
  typedAt: number;
  failures: number;
  timer?: ReturnType<typeof setTimeout> | undefined;
  /** When the first of what is still to be sent was typed. */
  since?: number | undefined;
  asking?: AbortController | undefined;
  isSent?: boolean;
  isShared?: boolean;
}

const sharing = new Map<HTMLFormElement, Sharing>();
const stampField = (root: ParentNode) => root.querySelector<HTMLInputElement>('input[type="hidden"][name="draft"]');
const stampOf = (form: HTMLFormElement) => stampField(form)?.value ?? "";
const isBehind = (form: HTMLFormElement, state: Sharing) => form.isConnected && !state.isSent && !alike(read(form, false), state.there);

function body(form: HTMLFormElement, typedAt: number): FormData {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  data.set("age", String(Math.max(0, Math.round((Date.now() - typedAt) / 1000))));
  return data;
}

async function post(form: HTMLFormElement, data: FormData, options: RequestInit): Promise<DocumentFragment> {
  const answer = await fetch(form.dataset["draftKept"] ?? "", { method: "POST", body: data, credentials: "same-origin", redirect: "error", ...options });
  if (!answer.ok) throw new Error(String(answer.status));
  const line = fragment(await answer.text());
  if (!stampField(line)) throw new Error("not an answer");
  return line;
}

/** The stamp and what else was begun; what the page said of the draft it came with stays while it is that one, so that nothing moves. */
function take(form: HTMLFormElement, line: DocumentFragment): string {
  const stamp = stampField(line)!, as = stamp.dataset["as"] ?? "", place = form.querySelector("[data-draft-line]");
  const others = line.querySelector("[data-draft-others]");
  stampField(form)?.remove();
  const shown = place?.querySelector<HTMLElement>("[data-draft-shown]");
  if (shown && shown.dataset["draftShown"] !== (stamp.dataset["of"] ?? "")) shown.remove();
  place?.prepend(stamp);
  const before = place?.querySelector("[data-draft-others]");
  const which = (one: Element) => [...one.querySelectorAll("a")].map(a => a.getAttribute("href")).join(" ");
  if (others && before && which(before) !== which(others)) before.replaceChildren(...others.childNodes);
  else if (others && !before) place?.append(others);
  return as;
}

async function send(form: HTMLFormElement, leaving = false): Promise<void> {
  const state = sharing.get(form), key = form.dataset["draft"] ?? "";
  if (!state) return;
  clearTimeout(state.timer);
  state.timer = state.since = undefined;
  if (state.asking && !leaving) { later(form, state); return; }
  state.asking?.abort();
  if (!isBehind(form, state)) return;
  const now = read(form, false), data = body(form, state.typedAt);
  const size = [...data.values()].reduce((sum, value) => sum + (typeof value === "string" ? value.length * 3 : 0), 0);
  const asking = state.asking = new AbortController();
  try {
    const as = take(form, await post(form, data, { signal: asking.signal, keepalive: leaving && size < lastWords }));
    state.failures = 0;
    state.isShared = as === "draft";
    // What it had become was sent before: what is typed now becomes something new.
    if (as === "sent") form.querySelector<HTMLInputElement>('input[type="hidden"][name="key"]')?.setAttribute("value", "");
    if (as === "refused") say(form, "kept");
    if (as !== "draft" && as !== "nothing") return;
    state.there = now;
    if (isBehind(form, state)) return;
    forget(key);
    if (as === "draft") say(form, "keptThere");
  } catch {
    if (asking.signal.aborted) return;
    state.failures++;
    state.isShared = false;
    say(form, "kept");
    if (!leaving) state.timer = setTimeout(() => void send(form), wait(state.failures));
  } finally {
    if (state.asking === asking) state.asking = undefined;
  }
}

/** Two seconds after the last touch of a key, and every quarter of a minute while somebody writes on and on. */
function later(form: HTMLFormElement, state: Sharing): void {
  if (state.failures > 0 && state.timer) return;
  clearTimeout(state.timer);
  state.since ??= Date.now();
  state.timer = setTimeout(() => void send(form), Math.max(0, Math.min(rest, state.since + longest - Date.now())));
}

/** What was typed here and is older than what the server shows: kept under a name of its own until the server has it beside. */
async function layAside(form: HTMLFormElement, key: string): Promise<void> {
  const draft = stored(key, besides);
  if (!draft) return;
  const data = body(form, draft.at);
  for (const [name, values] of Object.entries(draft.fields)) {
    data.delete(name);
    for (const value of values) data.append(name, value);
  }
  data.delete("key");
  data.set("aside", "yes");
  try {
    const as = take(form, await post(form, data, {}));
    if (as === "draft" || as === "nothing") forget(key, besides);
  } catch { /* it waits here, and is tried again with the next page */ }
}

// ---- the page ---------------------------------------------------------------

const waiting = new Map<HTMLFormElement, ReturnType<typeof setTimeout>>();

function flush(): void {
  for (const [form, timer] of waiting) { clearTimeout(timer); keep(form); }
  waiting.clear();
}

function leave(): void {
  flush();
  for (const [form, state] of sharing) if (isBehind(form, state)) void send(form, true);
}

function meet(form: HTMLFormElement, key: string): void {
  const server = read(form, true), draft = stored(key);
  const state: Sharing = { there: server, typedAt: Date.now(), failures: 0 };
  sharing.set(form, state);
  if (draft) {
    const savedAt = form.hasAttribute("data-draft-fresh") ? Infinity : Date.parse(form.dataset["draftAt"] ?? "") || 0;
    const what = meeting(draft, server, stampOf(form), savedAt);
    forget(key);
    if (what === "mine") {
      // It goes on from what it went on from, not from what it has not seen.
      const field = stampField(form), from = draft.stamp ?? "";
      if (field && field.value !== from) {
        field.value = from;
        form.querySelector("[data-draft-shown]")?.remove();
      }
      write(form, draft.fields);
      state.typedAt = draft.at;
      store(key, draft);
    } else if (what === "aside") store(key, draft, besides);
  }
  if (stored(key, besides)) void layAside(form, key);
}

/** What was typed is in other hands: the form begins anew, and nothing of it is kept here. */
export function handedOver(form: HTMLFormElement): void {
  const key = form.dataset["draft"], state = sharing.get(form);
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  if (key) forget(key);
  stampField(form)?.remove();
  form.querySelector("[data-draft-shown]")?.remove();
  form.querySelector("[data-kept]")?.replaceChildren();
  for (const field of form.elements) if (field instanceof HTMLInputElement && field.type === "file") field.value = "";
  const empty = fields(form).filter(field => !ticked(field) && !(field instanceof HTMLSelectElement));
  for (const field of empty as (HTMLInputElement | HTMLTextAreaElement)[]) field.value = field.defaultValue = "";
  if (state) {
    clearTimeout(state.timer);
    state.asking?.abort();
    Object.assign(state, { there: read(form, false), isSent: true, failures: 0, timer: undefined, since: undefined });
  }
  for (const field of empty) field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** What was in other hands comes back, before what has been typed since. */
export function putBack(form: HTMLFormElement, values: Fields): void {
  const now = read(form, false), all = fields(form);
  write(form, Object.fromEntries(Object.entries(values).map(([name, value]) => {
    const field = all.find(one => one.name === name), typed = now[name] ?? [], isTyped = typed.some(text => text.trim() !== "");
    if (!field || ticked(field) || field instanceof HTMLSelectElement || !isTyped) return [name, value];
    return [name, field instanceof HTMLTextAreaElement ? [[...value, ...typed].join("\n\n")] : typed];
  })));
}

export function restore(root: ParentNode): void {
  for (const form of all<HTMLFormElement>(root, "form[data-draft]")) {
    const key = form.dataset["draft"] ?? "";
    if (form.dataset["draftKept"]) { if (!sharing.has(form)) meet(form, key); continue; }
    const draft = stored(key);
    if (!draft) continue;
    const savedAt = Date.parse(form.dataset["draftAt"] ?? "") || Infinity;
    const server = read(form, true), now = read(form, false);
    const back = Object.entries(returning(draft, server, savedAt)).filter(([name]) => same(now[name], server[name]));
    write(form, Object.fromEntries(back));        // what is being typed at this moment is newer than any draft
  }
}

/** Whoever throws away what is kept may take it back: so what was typed since goes there first. */
function throwAway(event: SubmitEvent, acts: HTMLFormElement): void {
  const behind = [...sharing].filter(([form, state]) => isBehind(form, state)).map(([form]) => form);
  if (behind.length === 0 || acts.dataset["draftActs"] === "sent") return;
  event.preventDefault();
  acts.dataset["draftActs"] = "sent";
  const go = () => {
    for (const form of behind) sharing.get(form)!.isSent = true;
    acts.requestSubmit(event.submitter);
  };
  void Promise.race([Promise.all(behind.map(form => send(form))), new Promise(done => setTimeout(done, rest))]).then(go);
}

export function start(): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="draft-done"]')) forget(meta.content);
  const changed = (event: Event) => {
    const form = (event.target as Partial<Field> | null)?.form;
    if (!form?.dataset["draft"]) return;
    clearTimeout(waiting.get(form));
    waiting.set(form, setTimeout(() => { waiting.delete(form); keep(form); }, pause));
    const state = sharing.get(form);
    if (!state) return;
    Object.assign(state, { typedAt: Date.now(), isSent: false });
    later(form, state);
  };
  document.addEventListener("input", changed);
  document.addEventListener("change", changed);
  document.addEventListener("reset", event => {
    const form = event.target as HTMLFormElement;
    if (form.dataset["draft"]) forget(form.dataset["draft"]);
  });
  document.addEventListener("submit", event => {
    flush();
    const form = event.target as HTMLFormElement, state = sharing.get(form);
    if (form.hasAttribute("data-draft-acts")) { throwAway(event, form); return; }
    if (!state) return;
    // It goes with the form itself. Should that not arrive, it is still here.
    state.isSent = true;
    clearTimeout(state.timer);
    state.asking?.abort();
  }, { capture: true });
  addEventListener("online", () => {
    for (const [form, state] of sharing) if (isBehind(form, state)) { state.failures = 0; void send(form); }
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) leave(); else flush(); });
  addEventListener("pagehide", leave);
}
