// Bold, emphasis, a link, lists and a quotation for a text in Markdown. Beside textarea#text, hidden without script:
//
//   <div class="toolbar" role="toolbar" aria-controls="text" hidden data-island>  <button type="button" data-mark="bold|em|link|list|numbers|quote">
//
// One stop for Tab, arrows inside; Ctrl or Cmd with B, I and K; Enter goes on with a list. Every change goes through the
// browser's own typing, so that its undo takes it back.
import { all } from "./dom";

export interface Text { value: string; start: number; end: number }
/** What is put where, and what is marked afterwards. */
export interface Edit { from: number; to: number; words: string; start: number; end: number }

const marks = { bold: "**", em: "*" };
const item = /^(\s*)(?:([-*+])|(\d{1,9})([.)]))( +)/;
const lead = { list: /^(\s*)[-*+] +/, numbers: /^(\s*)\d{1,9}[.)] +/, quote: /^(\s*)> ?/ };

/** Around what is marked; where it is around it already, away. Blanks at the ends stay outside, or Markdown would not see it. */
export function wrap({ value, start, end }: Text, kind: keyof typeof marks): Edit {
  const mark = marks[kind], size = mark.length;
  const chosen = value.slice(start, end);
  start += chosen.length - chosen.trimStart().length;
  end = Math.max(start, start + chosen.trim().length);
  const words = value.slice(start, end);
  const runBefore = /\**$/.exec(value.slice(0, start))![0].length, runAfter = /^\**/.exec(value.slice(end))![0].length;
  const has = (run: number) => kind === "bold" ? run >= 2 : run % 2 === 1;
  if (has(runBefore) && has(runAfter))
    return { from: start - size, to: end + size, words, start: start - size, end: end - size };
  const inside = words.length > 2 * size && words.startsWith(mark) && words.endsWith(mark)
    && has(/^\**/.exec(words)![0].length) && has(/\**$/.exec(words)![0].length);
  if (inside) return { from: start, to: end, words: words.slice(size, -size), start, end: end - 2 * size };
  return { from: start, to: end, words: mark + words + mark, start: start + size, end: end + size };
}

/** What is marked becomes the words of a link, or, where it is an address, what it leads to; the other is marked to be written. */
export function link({ value, start, end }: Text, placeholder: string): Edit {
  const words = value.slice(start, end);
  if (/^(https?:\/\/|mailto:)\S+$/.test(words.trim()))
    return { from: start, to: end, words: `[](${words.trim()})`, start: start + 1, end: start + 1 };
  const at = start + words.length + 3;
  return { from: start, to: end, words: `[${words}](${placeholder})`, start: words === "" ? start + 1 : at, end: words === "" ? start + 1 : at + placeholder.length };
}

/** Before each line that is marked; where all have it, away. What was another kind of list becomes this one. */
export function prefix({ value, start, end }: Text, kind: keyof typeof lead): Edit {
  const from = value.lastIndexOf("\n", start - 1) + 1;
  const last = end > start && value[end - 1] === "\n" ? end - 1 : end;
  const next = value.indexOf("\n", last), to = next < 0 ? value.length : next;
  const lines = value.slice(from, to).split("\n");
  const meant = lines.filter(line => line.trim() !== "" || lines.length === 1);
  const isOn = meant.every(line => lead[kind].test(line));
  let n = 0;
  const changed = lines.map(line => {
    if (!meant.includes(line)) return kind === "quote" && !isOn ? ">" : line;
    if (isOn) return line.replace(lead[kind], "$1");
    if (kind === "quote") return `> ${line}`;
    const [indent = "", rest = ""] = [/^\s*/.exec(line)![0], line.replace(item, "$1").trimStart()];
    return indent + (kind === "list" ? "- " : `${++n}. `) + rest;
  });
  const words = changed.join("\n");
  if (start !== end) return { from, to, words, start: from, end: from + words.length };
  const caret = Math.max(from, start + words.length - (to - from));
  return { from, to, words, start: caret, end: caret };
}

/** Enter in a list or a quotation goes on with it, and in an item that is empty ends it; elsewhere it is the browser's. */
export function enter({ value, start, end }: Text): Edit | undefined {
  if (start !== end) return undefined;
  const from = value.lastIndexOf("\n", start - 1) + 1;
  const next = value.indexOf("\n", start), line = value.slice(from, next < 0 ? value.length : next);
  const found = item.exec(line), quoted = /^(\s*(?:> ?)+)/.exec(line);
  const mark = found?.[0] ?? quoted?.[0];
  if (mark === undefined || start - from < mark.length) return undefined;
  if (line.length === mark.length) return { from, to: from + line.length, words: "", start: from, end: from };
  const again = found?.[3] ? `${found[1]}${Number(found[3]) + 1}${found[4]}${found[5]}` : mark;
  return { from: start, to: start, words: `\n${again}`, start: start + 1 + again.length, end: start + 1 + again.length };
}

// ---- the page ---------------------------------------------------------------

const textOf = (area: HTMLTextAreaElement): Text => ({ value: area.value, start: area.selectionStart, end: area.selectionEnd });

/** As though it had been typed; a browser that does not know the command gets it without its undo. */
function apply(area: HTMLTextAreaElement, edit: Edit): void {
  area.focus();
  area.setSelectionRange(edit.from, edit.to);
  const typed = edit.words === "" ? edit.from === edit.to || document.execCommand("delete") : document.execCommand("insertText", false, edit.words);
  if (!typed) {
    area.setRangeText(edit.words, edit.from, edit.to, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.setSelectionRange(edit.start, edit.end);
}

function press(area: HTMLTextAreaElement, mark: string): void {
  const text = textOf(area);
  if (mark === "bold" || mark === "em") apply(area, wrap(text, mark));
  else if (mark === "link") apply(area, link(text, "https://"));
  else if (mark === "list" || mark === "numbers" || mark === "quote") apply(area, prefix(text, mark));
}

const buttonsOf = (bar: Element) => [...bar.querySelectorAll<HTMLButtonElement>("button[data-mark]")];
const areaOf = (bar: Element) => document.getElementById(bar.getAttribute("aria-controls") ?? "") as HTMLTextAreaElement | null;
const barOf = (area: Element) => area.id === "" ? null : document.querySelector<HTMLElement>(`.toolbar[aria-controls="${CSS.escape(area.id)}"]`);

export function prepare(root: ParentNode): void {
  for (const bar of all(root, ".toolbar[aria-controls]")) {
    if (!areaOf(bar)?.hidden) bar.hidden = false;
    buttonsOf(bar).forEach((button, place) => { button.tabIndex = place === 0 ? 0 : -1; });
  }
}

function move(event: KeyboardEvent, button: HTMLButtonElement): void {
  if (!["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
  event.preventDefault();
  const all = buttonsOf(button.closest(".toolbar")!);
  const back = event.key === (getComputedStyle(button).direction === "rtl" ? "ArrowRight" : "ArrowLeft");
  const next = all[event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : (all.indexOf(button) + (back ? -1 : 1) + all.length) % all.length]!;
  for (const one of all) one.tabIndex = one === next ? 0 : -1;
  next.focus();
}

const keys: Record<string, string> = { b: "bold", i: "em", k: "link" };

export function start(): void {
  const buttonAt = (event: Event) => (event.target as Element).closest<HTMLButtonElement>(".toolbar[aria-controls] button[data-mark]");
  // A finger on the button must not take the keyboard of a phone away from the text.
  document.addEventListener("pointerdown", event => { if (buttonAt(event)) event.preventDefault(); });
  document.addEventListener("mousedown", event => { if (buttonAt(event)) event.preventDefault(); });
  document.addEventListener("click", event => {
    const button = buttonAt(event), area = button && areaOf(button.closest(".toolbar")!);
    if (area) press(area, button.dataset["mark"] ?? "");
  });
  document.addEventListener("keydown", event => {
    const button = buttonAt(event);
    if (button) { move(event, button); return; }
    const area = event.target;
    if (!(area instanceof HTMLTextAreaElement) || event.isComposing || !barOf(area)) return;
    const mark = keys[event.key.toLowerCase()];
    if (mark && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      press(area, mark);
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
      const edit = enter(textOf(area));
      if (!edit) return;
      event.preventDefault();
      apply(area, edit);
    }
  });
}
