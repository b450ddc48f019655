// <form data-waits="Your reply in …">: sent without leaving its page, so that where there is no network it waits on this device
// and goes out by itself: in the order it was written, once (a hidden "key" says what it becomes), by whoever wrote it. What the
// house answers with a page is asked for again as a browser does. Files go along.
//
//   <details class="unsent" data-unsent data-me="person" hidden data-say-…><summary></summary><ul></ul></details>
//
// lists what waits, and what the house did not take and why. On the page it was written on it can be taken back into its form.
import { wait } from "./backoff";
import { toAddress } from "./bytes";
import { all } from "./dom";
import * as drafts from "./drafts";
import * as queue from "./offline/queue";
import type { Unsent } from "./offline/queue";
import { Said } from "./said";
import { say } from "./toast";
import { fragment } from "./trusted";

const alone = "leaderful-unsent", asks = "leaderful-sent";
/** So long somebody waits for an answer before it is taken for a network that is not there; files take what they take. */
const patience = 20_000;
const longestExcerpt = 140;

/** "elsewhere": to where one signs in, or a page that only a browser can be shown. */
type Answer = { as: "sent"; to: string } | { as: "refused"; why: string } | { as: "later" } | { as: "elsewhere" };

const list = () => document.querySelector<HTMLElement>("[data-unsent]");
const me = () => list()?.dataset["me"] ?? "";
const others = new BroadcastChannel(alone);

async function post({ action, isMultipart, fields }: Pick<Unsent, "action" | "isMultipart" | "fields">, how: "here" | "quietly"): Promise<Answer> {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  const brings = fields.some(([, value]) => typeof value !== "string" && value.size > 0);
  try {
    const answer = await fetch(action, {
      method: "POST", credentials: "same-origin", redirect: "manual", headers: { [asks]: how },
      body: isMultipart ? data : new URLSearchParams(data as unknown as Record<string, string>),
      ...(brings ? {} : { signal: AbortSignal.timeout(patience) }),
    });
    if (answer.status === 204) return { as: "sent", to: answer.headers.get("location") ?? location.href };
    // Between us and the house somebody answers that it is not there: it is being started again.
    if (answer.status >= 502 && answer.status <= 504) return { as: "later" };
    if (how === "here" || answer.type === "opaqueredirect") return { as: "elsewhere" };
    if (answer.status >= 500 || answer.status === 429) return { as: "later" };
    return { as: "refused", why: why(await answer.text()) };
  } catch { return { as: "later" }; }
}

/** What the page says is wrong, in the words a person would have read. */
const why = (page: string) => [...fragment(page).querySelectorAll("form .wrong, form [role=alert]")]
  .map(one => one.textContent?.trim() ?? "").find(words => words !== "") ?? "";

// ---- sending from a page ------------------------------------------------------

const isBusy = (form: HTMLFormElement) => form.hasAttribute("aria-busy");
const busy = (form: HTMLFormElement, is: boolean) => { if (is) form.setAttribute("aria-busy", "true"); else form.removeAttribute("aria-busy"); };

/** "gone": the house has it, and says where to go. "waits": here, until there is a network. "shown": the browser asks itself. */
export type Sent = { as: "gone"; to: string } | { as: "waits" } | { as: "shown" };

/** Quietly, where the page stays and no next one is about it. */
export async function send(form: HTMLFormElement, submitter?: HTMLElement | null, how: "here" | "quietly" = "here"): Promise<Sent> {
  if (isBusy(form)) return { as: "shown" };
  busy(form, true);
  keyOf(form).value ||= freshKey();
  const fields = [...new FormData(form, submitter ?? null)] as [string, string | File][];
  const one = { action: form.action, isMultipart: form.enctype === "multipart/form-data", fields };
  // What was written before goes before.
  if (!queue.isEmpty()) await flush();
  const isBehind = (await waitingHere()).some(before => before.refused === undefined);
  const answer: Answer = isBehind ? { as: "later" } : await post(one, how);
  if (answer.as === "sent") return { as: "gone", to: answer.to };
  const waits = answer.as === "later" && await lay(form, one);
  busy(form, false);
  if (waits) return { as: "waits" };
  if (answer.as === "later") say(words().text("unkept"));
  else HTMLFormElement.prototype.submit.call(form);
  return { as: "shown" };
}

/** Laid down here, and the form begins anew. */
async function lay(form: HTMLFormElement, one: Pick<Unsent, "action" | "isMultipart" | "fields">): Promise<boolean> {
  if (me() === "") return false;
  try {
    await queue.put({ ...one, id: crypto.randomUUID(), person: me(), name: form.dataset["waits"] ?? "", from: location.pathname + location.search, at: Date.now() });
  } catch { return false; }
  anew(form);
  told();
  later();
  return true;
}

/** As if nothing had been written; what is written next becomes something else. */
export function anew(form: HTMLFormElement): void {
  drafts.handedOver(form);
  keyOf(form).value = "";
  busy(form, false);
}

/** What is shown to many at once comes without one. */
function keyOf(form: HTMLFormElement): HTMLInputElement {
  const kept = form.querySelector<HTMLInputElement>('input[type="hidden"][name="key"]');
  if (kept) return kept;
  const made = Object.assign(document.createElement("input"), { type: "hidden", name: "key" });
  form.append(made);
  return made;
}

/** An id as the house makes them: the time, and chance. */
function freshKey(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return toAddress(bytes);
}

function follow(to: string): void {
  const there = new URL(to, location.href), isHere = there.pathname === location.pathname && there.search === location.search;
  if (there.origin !== location.origin) return;
  location.assign(there);
  if (!isHere) return;
  // To what was sent, and not to where one wrote it.
  history.scrollRestoration = "manual";
  location.reload();
}

// ---- what waits ---------------------------------------------------------------

let failures = 0, timer: ReturnType<typeof setTimeout> | undefined;

const waitingHere = () => queue.waiting(me() || undefined).catch(() => []);

/** Sends what waits, one tab at a time. */
async function flush(): Promise<void> {
  clearTimeout(timer);
  if (queue.isEmpty() || me() === "") return;
  const work = async () => {
    for (const one of await waitingHere()) {
      if (one.refused !== undefined) continue;
      const answer = await post(one, "quietly");
      if (answer.as === "later") { failures++; later(); return; }
      if (answer.as === "elsewhere") return;
      failures = 0;
      if (answer.as === "sent") { await queue.drop(one.id); say(words().text("sent", { name: one.name })); }
      else await queue.put({ ...one, refused: answer.why });
      told();
    }
  };
  // Where a browser cannot say whose turn it is, the key of each still lets it become one thing only.
  const locks = navigator.locks as LockManager | undefined;
  if (locks) await locks.request(alone, work); else await work();
}

function later(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void flush(), wait(failures));
}

function told(): void {
  others.postMessage("changed");
  void show();
}

const words = () => new Said(list() ?? document.body);
const formOf = (one: Unsent) => all<HTMLFormElement>(document, "form[data-waits]").find(form => form.action === one.action && form.offsetParent !== null);
const texts = (one: Unsent) => one.fields.filter((field): field is [string, string] => typeof field[1] === "string");
const excerpt = (one: Unsent) => {
  const text = (texts(one).find(([name]) => name === "text")?.[1] ?? "").trim().replace(/\s+/g, " ");
  return text.length > longestExcerpt ? `${text.slice(0, longestExcerpt)}…` : text;
};

async function show(): Promise<void> {
  const place = list();
  if (!place) return;
  const waiting = await waitingHere(), refused = waiting.filter(one => one.refused !== undefined).length;
  const line = place.querySelector("summary")!, said = [waiting.length - refused > 0 ? words().count("waits", waiting.length - refused) : "", refused > 0 ? words().count("refused", refused) : ""];
  const text = said.filter(part => part !== "").join(" · ");
  if (line.textContent !== text) line.textContent = text;
  place.querySelector("ul")!.replaceChildren(...waiting.map(item));
  place.hidden = waiting.length === 0;
}

function item(one: Unsent): HTMLElement {
  const item = document.createElement("li"), link = document.createElement("a"), text = document.createElement("p"), acts = document.createElement("div");
  link.href = one.from;
  link.textContent = one.name;
  text.dir = "auto";
  text.className = "excerpt";
  text.textContent = excerpt(one);
  acts.className = "acts";
  if (formOf(one)) acts.append(button(words().text("take-back"), () => void takeBack(one)));
  if (one.refused !== undefined) acts.append(button(words().text("throw-away"), again => { if (again) void throwAway(one); }, words().text("throw-away-sure")));
  item.append(link, text);
  if (one.refused !== undefined) item.append(Object.assign(document.createElement("p"), { className: "wrong", textContent: one.refused || words().text("not-taken") }));
  if (acts.childElementCount > 0) item.append(acts);
  return item;
}

/** With a question, the second press means it. */
function button(name: string, act: (again: boolean) => void, question?: string): HTMLElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet-act";
  made.textContent = name;
  made.addEventListener("click", () => {
    const again = made.textContent === question;
    if (question !== undefined) made.textContent = question;
    act(again);
  });
  return made;
}

async function takeBack(one: Unsent): Promise<void> {
  const form = formOf(one);
  if (!form) return;
  await queue.drop(one.id);
  const fields: drafts.Fields = {};
  for (const [name, value] of texts(one)) (fields[name] ??= []).push(value);
  drafts.putBack(form, fields);
  form.querySelector<HTMLElement>("textarea")?.focus();
  told();
}

async function throwAway(one: Unsent): Promise<void> {
  await queue.drop(one.id);
  told();
  document.querySelector<HTMLElement>("main")?.focus();
}

/** A page that comes with a draft of what waits here already: it is not to be written twice. */
async function meet(form: HTMLFormElement): Promise<void> {
  if (queue.isEmpty()) return;
  const text = form.querySelector<HTMLTextAreaElement>('[name="text"]');
  for (const one of await waitingHere())
    if (one.action === form.action && one.refused === undefined && text?.value !== "" && texts(one).some(([name, value]) => name === "text" && value === text?.value)) anew(form);
}

export function prepare(root: ParentNode): void {
  for (const form of all<HTMLFormElement>(root, "form[data-waits]")) void meet(form);
  if (all(root, "[data-unsent]").length > 0 && !queue.isEmpty()) void show().then(flush);
}

export function start(): void {
  document.addEventListener("submit", event => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset["waits"] === undefined || event.defaultPrevented || !list()) return;
    event.preventDefault();
    void send(form, event.submitter).then(sent => { if (sent.as === "gone") follow(sent.to); });
  });
  addEventListener("online", () => { failures = 0; void flush(); });
  addEventListener("pageshow", event => {
    if (event.persisted) for (const form of all<HTMLFormElement>(document, "form[aria-busy]")) busy(form, false);
  });
  others.addEventListener("message", () => void show());
}
