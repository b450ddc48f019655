// What one does to the text. One stop for Tab, arrows inside; Alt+F10 leads here from the text and Escape back. While one writes
// on a phone the bar lies above the keyboard.
import type { ChainedCommands, Editor } from "@tiptap/core";

interface Act {
  run(chain: ChainedCommands): ChainedCommands;
  /** What is pressed while the cursor stands in it. */
  isOn?(editor: Editor): boolean;
}

const mark = (name: string, run: Act["run"]): Act => ({ run, isOn: editor => editor.isActive(name) });

/** As though typed, with a blank before it where a word stands; as content it would be parsed as HTML, which the page's policy refuses. */
function sign(letter: string): Act {
  return {
    run: chain => chain.command(({ tr }) => {
      const { parent, parentOffset } = tr.selection.$from;
      const before = parent.textBetween(Math.max(0, parentOffset - 1), parentOffset, undefined, "·");
      tr.insertText(before.trim() === "" ? letter : ` ${letter}`);
      return true;
    }),
  };
}

const acts: Record<string, Act> = {
  undo: { run: chain => chain.undo() },
  redo: { run: chain => chain.redo() },
  bold: mark("bold", chain => chain.toggleBold()),
  italic: mark("italic", chain => chain.toggleItalic()),
  underline: mark("underline", chain => chain.toggleUnderline()),
  strike: mark("strike", chain => chain.toggleStrike()),
  highlight: mark("highlight", chain => chain.toggleHighlight()),
  code: mark("code", chain => chain.toggleCode()),
  bullets: mark("bulletList", chain => chain.toggleBulletList()),
  numbers: mark("orderedList", chain => chain.toggleOrderedList()),
  tasks: mark("taskList", chain => chain.toggleTaskList()),
  quote: mark("blockquote", chain => chain.toggleBlockquote()),
  block: mark("codeBlock", chain => chain.toggleCodeBlock()),
  divider: { run: chain => chain.setHorizontalRule() },
  table: { run: chain => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }) },
  "row-add": { run: chain => chain.addRowAfter() },
  "row-remove": { run: chain => chain.deleteRow() },
  "column-add": { run: chain => chain.addColumnAfter() },
  "column-remove": { run: chain => chain.deleteColumn() },
  "table-remove": { run: chain => chain.deleteTable() },
  mention: sign("@"),
  thing: sign("#"),
};
for (const level of [1, 2, 3] as const)
  acts[`heading-${level}`] = { run: chain => chain.toggleHeading({ level }), isOn: editor => editor.isActive("heading", { level }) };

const narrow = matchMedia("(max-width: 40rem)");

/** Acts that need more than the text: a link's address, a picture. */
export type More = Record<string, { press(): void; isOn?(): boolean }>;

export class Toolbar {
  private frame = 0;
  private readonly buttons: HTMLButtonElement[];

  constructor(private readonly bar: HTMLElement, private readonly editor: Editor, private readonly more: More) {
    this.buttons = [...bar.querySelectorAll<HTMLButtonElement>("button[data-do]")];
    for (const button of this.buttons) button.tabIndex = -1;
    bar.addEventListener("click", event => { this.press(event); });
    bar.addEventListener("keydown", event => { this.move(event); });
    // A finger on the button must not take the keyboard of a phone away from the text.
    bar.addEventListener("mousedown", event => { event.preventDefault(); });
    bar.addEventListener("focusin", event => { this.stopAt(event.target as HTMLButtonElement); });
    editor.view.dom.addEventListener("keydown", this.reach);
    editor.on("transaction", this.later);
    editor.on("selectionUpdate", this.later);
    this.show();
    this.stopAt(this.buttons[0]);
    for (const one of [editor.view.dom, bar]) {
      one.addEventListener("focusin", this.lift);
      one.addEventListener("focusout", this.lift);
    }
    narrow.addEventListener("change", this.lift);
    visualViewport?.addEventListener("resize", this.rise);
    visualViewport?.addEventListener("scroll", this.rise);
    this.rise();
  }

  private press(event: Event): void {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-do]"), name = button?.dataset["do"] ?? "";
    if (!button || button.ariaDisabled === "true") return;
    const more = this.more[name];
    if (more) { more.press(); return; }
    // By keyboard one stays in the bar; by touch one writes on.
    const byKeyboard = (event as PointerEvent).detail === 0 && document.activeElement === button;
    const chain = byKeyboard ? this.editor.chain() : this.editor.chain().focus();
    acts[name]?.run(chain).run();
    if (name === "mention" || name === "thing") this.editor.view.focus();
  }

  private readonly reach = (event: KeyboardEvent): void => {
    if (event.key !== "F10" || !event.altKey) return;
    event.preventDefault();
    (this.buttons.find(button => button.tabIndex === 0) ?? this.buttons[0])?.focus();
  };

  private stopAt(to: HTMLButtonElement | undefined): void {
    if (!to || !this.buttons.includes(to)) return;
    for (const button of this.buttons) button.tabIndex = button === to ? 0 : -1;
  }

  private move(event: KeyboardEvent): void {
    if (event.key === "Escape") { event.preventDefault(); this.editor.view.focus(); return; }
    if (!["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    const shown = this.buttons.filter(button => button.offsetParent !== null);
    const at = shown.indexOf(document.activeElement as HTMLButtonElement);
    const back = event.key === (getComputedStyle(this.bar).direction === "rtl" ? "ArrowRight" : "ArrowLeft");
    const to = event.key === "Home" ? 0 : event.key === "End" ? shown.length - 1 : (at + (back ? -1 : 1) + shown.length) % shown.length;
    shown[to]?.focus();
    shown[to]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  private readonly later = (): void => {
    this.frame ||= requestAnimationFrame(() => { this.frame = 0; this.show(); });
  };

  private show(): void {
    const { editor } = this;
    if (editor.isDestroyed) return;
    const inTable = editor.isActive("table");
    for (const group of this.bar.querySelectorAll<HTMLElement>("[data-when=table]")) group.hidden = !inTable;
    for (const button of this.buttons) {
      const name = button.dataset["do"] ?? "", isOn = acts[name]?.isOn?.(editor) ?? this.more[name]?.isOn?.();
      if (isOn !== undefined) button.setAttribute("aria-pressed", String(isOn));
      if (name === "undo" || name === "redo") button.setAttribute("aria-disabled", String(!editor.can()[name]()));
    }
    const stop = this.buttons.find(button => button.tabIndex === 0);
    if (stop?.closest("[hidden]")) this.stopAt(this.buttons[0]);
  }

  /** While one writes on a phone the bar lies over the page, whatever else does, and holds on to its own room in it. */
  private readonly lift = (): void => {
    const row = this.bar.firstElementChild as HTMLElement | null;
    if (!row || !("popover" in row)) return;
    setTimeout(() => {
      const { activeElement } = document;
      const isUp = narrow.matches && !this.editor.isDestroyed && (this.editor.view.dom === activeElement || this.bar.contains(activeElement));
      if (isUp === row.hasAttribute("popover")) return;
      if (isUp) { row.popover = "manual"; row.showPopover(); } else row.removeAttribute("popover");
    });
  };

  /** How much of the page the keyboard of a phone covers. */
  private readonly rise = (): void => {
    const view = visualViewport;
    if (!view) return;
    const covered = Math.max(0, Math.round(innerHeight - view.height - view.offsetTop));
    this.bar.style.setProperty("--keyboard", `${view.scale > 1.01 ? 0 : covered}px`);
  };

  stop(): void {
    cancelAnimationFrame(this.frame);
    narrow.removeEventListener("change", this.lift);
    this.bar.firstElementChild?.removeAttribute("popover");
    visualViewport?.removeEventListener("resize", this.rise);
    visualViewport?.removeEventListener("scroll", this.rise);
  }
}
