// The wall of an Open Space. [data-lift] on a slip takes it in hand: the free places say so, a touch or Enter puts it there, Escape
// puts it back; with a mouse it is dragged. Where another slip is touched meanwhile, [data-join] asks whether to join them. What is sent waits for a network where there is none, and the slip already hangs where
// it goes. On a phone one time is seen at once, chosen by the radios of .slot-tabs; where time goes on, a hall asks anew.
import { all } from "./dom";
import { place as hang } from "./morph";
import { send } from "./sending";

let held: HTMLElement | undefined;

const board = () => document.querySelector<HTMLElement>("[data-board]");
const hand = () => document.querySelector<HTMLFormElement>("[data-hand]");
const lift = (slip: HTMLElement) => slip.querySelector<HTMLAnchorElement>("[data-lift]");
const mayMove = (slip: HTMLElement) => { const link = lift(slip); return link !== null && getComputedStyle(link).display !== "none"; };

function take(slip: HTMLElement): void {
  back();
  const form = hand(), wall = board();
  if (!form || !wall) return;
  held = slip;
  slip.classList.add("lifted");
  wall.toggleAttribute("data-holding", true);
  form.querySelector("[data-hand-title]")!.textContent = slip.querySelector("h3")?.textContent?.trim() ?? "";
  form.hidden = false;
}

/** Two slips are one topic, if that is meant: asked before it is sent. */
let other: HTMLElement | undefined;
const joining = () => document.querySelector<HTMLFormElement>("[data-join]");
const titleOf = (slip: HTMLElement) => slip.querySelector("h3")?.textContent?.trim() ?? "";

function askToJoin(slip: HTMLElement): void {
  const form = joining(), link = held && lift(held);
  if (!form || !held || !link || slip === held) return;
  other = slip;
  form.action = new URL(link.href).pathname + "/merging";
  (form.elements.namedItem("into") as HTMLInputElement).value = slip.id.replace("topic-", "");
  form.querySelector("[data-join-into]")!.textContent = `${titleOf(held)} → ${titleOf(slip)}`;
  form.hidden = false;
  const bar = hand();
  if (bar) bar.hidden = true;
  form.querySelector<HTMLButtonElement>("button")?.focus();
}

function back(focus = false): void {
  if (!held) return;
  other = undefined;
  const asked = joining();
  if (asked) asked.hidden = true;
  held.classList.remove("lifted");
  if (focus) lift(held)?.focus();
  held = undefined;
  board()?.removeAttribute("data-holding");
  const form = hand();
  if (form) form.hidden = true;
}

/** Into a cell, or without one into the tray; or where another day has a place, which is not on this page. */
async function put(cell: HTMLElement | null, elsewhere?: string): Promise<void> {
  const slip = held, form = hand(), into = cell ?? document.getElementById("tray");
  const link = slip && lift(slip);
  if (!slip || !form || !into || !link) return;
  const where = elsewhere ?? (cell ? `${cell.dataset["slot"]}.${cell.dataset["place"]}` : "tray");
  form.action = new URL(link.href).pathname + "/place";
  (form.elements.namedItem("where") as HTMLInputElement).value = where;
  (form.elements.namedItem("seen") as HTMLInputElement).value = slip.dataset["moves"] ?? "";
  const before = slip.parentElement;
  if (elsewhere) slip.remove(); else hang(into, slip);
  back();
  lift(slip)?.focus();
  const sent = await send(form, null, elsewhere ? "here" : "quietly");
  if (elsewhere && sent.as === "gone") { location.assign(sent.to); return; }
  if (sent.as === "gone") slip.dataset["moves"] = String(Number(slip.dataset["moves"] ?? 0) + 1);
  else if (sent.as === "shown" && before && slip.isConnected) hang(before, slip);
  form.removeAttribute("aria-busy");
  form.querySelector('input[name="key"]')?.remove();
}

/** With a mouse; fingers scroll, and take in hand. */
export function prepare(root: ParentNode): void {
  for (const slip of all<HTMLElement>(root, "[data-board] .slip")) if (mayMove(slip)) slip.draggable = true;
  for (const one of all<HTMLButtonElement>(root, "[data-print]")) one.hidden = false;
}

function atClick(event: MouseEvent): void {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const lifting = event.target.closest<HTMLElement>("[data-lift]"), slip = lifting?.closest<HTMLElement>(".slip");
  if (slip && board()?.contains(slip)) {
    event.preventDefault();
    if (slip === held) back(true); else take(slip);
    return;
  }
  if (event.target.closest("[data-print]")) { print(); return; }
  if (!held) return;
  const cell = event.target.closest<HTMLElement>(".cell"), title = event.target.closest("h3 a, .paper")?.closest<HTMLElement>(".slip");
  if (title && title !== held && board()?.contains(title)) { event.preventDefault(); askToJoin(title); }
  else if (event.target.closest("[data-join-back]")) back(true);
  else if (event.target.closest("[data-join-beside]")) void put(other?.closest<HTMLElement>(".cell") ?? null);
  else if (event.target.closest("[data-hand-next]")) void put(null, event.target.closest<HTMLElement>("[data-hand-next]")!.dataset["handNext"]);
  else if (event.target.closest(".free") && cell) { event.preventDefault(); void put(cell); }
  else if (event.target.closest("[data-hand-tray]")) void put(null);
  else if (event.target.closest("[data-hand-back]")) back(true);
}

const target = (event: DragEvent) => event.target instanceof Element ? event.target.closest<HTMLElement>(".cell, [data-tray]") : null;

function drag(): void {
  document.addEventListener("dragstart", event => {
    const slip = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-board] .slip") : null;
    if (!slip || !mayMove(slip)) return;
    event.dataTransfer?.setData("text/plain", slip.id);
    take(slip);
  });
  document.addEventListener("dragover", event => { if (held && target(event)) event.preventDefault(); });
  document.addEventListener("drop", event => {
    const cell = target(event);
    if (!held || !cell) return;
    event.preventDefault();
    const slip = event.target instanceof Element ? event.target.closest<HTMLElement>(".slip") : null;
    if (slip && slip !== held) askToJoin(slip);
    else void put(cell.matches(".cell") ? cell : null);
  });
  document.addEventListener("dragend", () => { if (!other) back(); });
}

// ---- the hall -------------------------------------------------------------

function hall(): void {
  const body = document.body;
  if (!body.matches("[data-hall]")) return;
  const clock = document.querySelector("[data-clock]"), zone = body.dataset["zone"];
  const tick = () => {
    if (clock) clock.textContent = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...(zone ? { timeZone: zone } : {}) }).format(new Date());
    const until = document.getElementById("hall")?.dataset["until"];
    if (until && Date.parse(until) <= Date.now()) location.reload();
  };
  tick();
  setInterval(tick, 1000);
}

export function start(): void {
  document.addEventListener("click", atClick);
  document.addEventListener("keydown", event => { if (event.key === "Escape" && held) back(true); });
  drag();
  hall();
}
