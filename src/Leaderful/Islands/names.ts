// <form data-names-url="…">: after an "@" in its textarea, names to choose from, below it. Arrow keys and Enter, or a touch;
// Escape lets it be. The text stays words: what is chosen is written as anybody could have typed it.
interface Choice { name: string; writes: string; isCircle: boolean }

const pause = 150;

/** The beginning of a name under the cursor: what follows an "@" that begins a word, up to a few words. */
export function asked(text: string, cursor: number): { from: number; letters: string } | undefined {
  const from = text.lastIndexOf("@", cursor - 1);
  if (from < 0 || /[\p{L}\p{N}]/u.test(text[from - 1] ?? "")) return undefined;
  const letters = text.slice(from + 1, cursor);
  return /^[^\n@[\]()]{0,40}$/u.test(letters) && !letters.startsWith(" ") && letters.split(" ").length <= 4 ? { from, letters } : undefined;
}

let list: HTMLUListElement | undefined;
let area: HTMLTextAreaElement | undefined;
let chosen = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;
let turn = 0;

function close(): void {
  clearTimeout(waiting);
  turn++;
  list?.remove();
  list = undefined;
  area?.removeAttribute("aria-controls");
  area?.removeAttribute("aria-activedescendant");
}

function mark(to: number): void {
  if (!list || !area) return;
  chosen = (to + list.children.length) % list.children.length;
  for (const [i, one] of [...list.children].entries()) one.setAttribute("aria-selected", String(i === chosen));
  area.setAttribute("aria-activedescendant", list.children[chosen]?.id ?? "");
  list.children[chosen]?.scrollIntoView({ block: "nearest" });
}

function take(writes: string): void {
  const into = area;
  const place = into && asked(into.value, into.selectionStart);
  close();
  if (!into || !place) return;
  into.focus();
  into.setSelectionRange(place.from, into.selectionStart);
  // As though it had been typed, so that the browser's own undo takes it back.
  if (!document.execCommand("insertText", false, `${writes} `)) {
    into.setRangeText(`${writes} `, into.selectionStart, into.selectionEnd, "end");
    into.dispatchEvent(new Event("input", { bubbles: true }));
  }
  close();
}

function show(into: HTMLTextAreaElement, choices: Choice[], label: string): void {
  list?.remove();
  list = undefined;
  area = into;
  if (choices.length === 0) return;
  list = document.createElement("ul");
  list.className = "names";
  list.id = "names";
  list.role = "listbox";
  list.ariaLabel = label;
  list.append(...choices.map((choice, i) => {
    const item = document.createElement("li");
    item.id = `name-${i}`;
    item.role = "option";
    item.dir = "auto";
    item.textContent = choice.name;
    // A press would take the focus from the text.
    item.addEventListener("pointerdown", event => { event.preventDefault(); });
    item.addEventListener("click", () => { take(choice.writes); });
    item.dataset["writes"] = choice.writes;
    return item;
  }));
  into.after(list);
  into.setAttribute("aria-controls", "names");
  mark(0);
}

async function look(into: HTMLTextAreaElement, url: string, letters: string, own: number): Promise<void> {
  try {
    const answer = await fetch(`${url}${url.includes("?") ? "&" : "?"}q=${encodeURIComponent(letters)}`, { headers: { accept: "application/json" } });
    if (!answer.ok || own !== turn) return;
    const choices = await answer.json() as Choice[];
    if (own === turn) show(into, choices, into.form?.dataset["names"] ?? "");
  } catch { /* without a connection there is nothing to choose from, and the text is whole */ }
}

function typed(event: Event): void {
  const into = event.target;
  if (!(into instanceof HTMLTextAreaElement) || !into.form?.dataset["namesUrl"]) return;
  const place = asked(into.value, into.selectionStart);
  if (!place) { close(); return; }
  clearTimeout(waiting);
  const own = ++turn, url = into.form.dataset["namesUrl"];
  waiting = setTimeout(() => { void look(into, url, place.letters, own); }, pause);
}

function pressed(event: KeyboardEvent): void {
  if (!list || event.target !== area || event.isComposing) return;
  if (event.key === "ArrowDown") mark(chosen + 1);
  else if (event.key === "ArrowUp") mark(chosen - 1);
  else if (event.key === "Escape") close();
  else if (event.key === "Enter" || event.key === "Tab") take((list.children[chosen] as HTMLElement | undefined)?.dataset["writes"] ?? "");
  else return;
  event.preventDefault();
  event.stopPropagation();
}

export function start(): void {
  document.addEventListener("input", typed);
  document.addEventListener("keydown", pressed, { capture: true });
  document.addEventListener("focusout", event => { if (event.target === area) close(); });
}
