// What is said beside the text (Pages/Beside/BesidePart.razor): its words are marked in the text, with a button that opens
// what was said; and for words somebody marks the form is filled in.
import { Extension, type Editor } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type * as Y from "yjs";
import type { Said } from "../said";
import { find, hold, texts } from "./texts";

const key = new PluginKey<DecorationSet>("passages");
const longest = 500;
/** What a leaf counts for, so that words with something else among them are told from plain ones. */
const leaf = "\ufffc";

export class Passages {
  private readonly part = document.getElementById("beside");
  private readonly form = this.part?.querySelector<HTMLFormElement>("[data-beside-new]") ?? null;
  private readonly watch = new MutationObserver(() => { this.redraw(); });
  private editor: Editor | undefined;
  private frame = 0;
  private shown: string | undefined;

  constructor(private readonly fragment: Y.XmlFragment, private readonly words: Said, private readonly problem: (text: string) => void) {}

  readonly extension = Extension.create({
    name: "passages",
    addProseMirrorPlugins: () => [new Plugin({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, before) => (transaction.getMeta(key) as DecorationSet | undefined) ?? before.map(transaction.mapping, transaction.doc),
      },
      props: { decorations: state => key.getState(state) },
      view: () => ({ update: (view, before) => { if (!view.state.doc.eq(before.doc)) this.redraw(); } }),
    })],
    addKeyboardShortcuts: () => ({ "Mod-Alt-m": () => { this.speak(); return true; } }),
  });

  open(editor: Editor): void {
    this.editor = editor;
    if (!this.part) return;
    this.part.addEventListener("click", this.pressed);
    this.watch.observe(this.part, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-from", "data-to", "data-settled"] });
    this.redraw();
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.watch.disconnect();
    this.part?.removeEventListener("click", this.pressed);
  }

  // ---- the marks in the text ---------------------------------------------------

  private redraw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      const { editor } = this;
      if (!editor || editor.isDestroyed) return;
      editor.view.dispatch(editor.state.tr.setMeta(key, this.draw(editor)).setMeta("addToHistory", false));
    });
  }

  private draw(editor: Editor): DecorationSet {
    const marks: Decoration[] = [], all = texts(this.fragment), { size } = editor.state.doc.content;
    for (const one of this.items()) {
      const place = this.place(one, all);
      const leads = one.querySelector<HTMLElement>("[data-beside-words]");
      if (leads) leads.hidden = !place;
      if (!place || place.to > size || one.hasAttribute("data-settled")) continue;
      marks.push(Decoration.inline(place.from, place.to, { class: one.id === this.shown ? "page-passage now" : "page-passage" }, { inclusiveStart: false, inclusiveEnd: false }));
      marks.push(Decoration.widget(place.to, () => this.button(one.id), { side: 1, key: `${one.id}:${this.count(one)}`, ignoreSelection: true, stopEvent: () => true }));
    }
    return DecorationSet.create(editor.state.doc, marks);
  }

  private items(): HTMLElement[] { return [...this.part?.querySelectorAll<HTMLElement>("[data-passage]") ?? []]; }

  private place(one: HTMLElement, all = texts(this.fragment)) {
    return this.fragment.doc ? find(this.fragment.doc, all, one.dataset["from"] ?? "", one.dataset["to"] ?? "") : undefined;
  }

  private count(one: HTMLElement): string { return one.querySelector("summary .meta > span")?.textContent ?? ""; }

  private button(id: string): HTMLElement {
    const button = document.createElement("button"), one = document.getElementById(id);
    button.type = "button";
    button.className = "page-said";
    button.contentEditable = "false";
    button.ariaLabel = one ? this.count(one) : "";
    button.addEventListener("mousedown", event => { event.preventDefault(); });
    button.addEventListener("click", () => { document.getElementById(id)?.dispatchEvent(new CustomEvent("leaderful:near", { bubbles: true })); });
    return button;
  }

  private readonly pressed = (event: Event): void => {
    const one = (event.target as Element).closest("[data-beside-words]")?.closest<HTMLElement>("[data-passage]"), place = one && this.place(one);
    if (!one || !place || !this.editor) return;
    this.shown = one.id;
    this.redraw();
    const { node } = this.editor.view.domAtPos(place.from), words = node instanceof Element ? node : node.parentElement;
    words?.scrollIntoView({ block: "center" });
  };

  // ---- words somebody marks -------------------------------------------------------

  /** Opens the form for the words that are marked. */
  speak(): void {
    const { editor, form } = this;
    if (!editor || !form) return;
    const marked = this.marked(editor), place = marked && hold(this.fragment, marked.from, marked.to);
    if (!marked || !place) { this.problem(this.words.text("mark-first")); return; }
    this.problem("");
    const put = (name: string, value: string) => { (form.elements.namedItem(name) as HTMLInputElement).value = value; };
    put("start", place.from);
    put("end", place.to);
    put("quote", marked.words);
    put("instead", marked.isPlain ? marked.words : "");
    form.querySelector("[data-beside-quote]")!.textContent = marked.words;
    const other = form.querySelector<HTMLDetailsElement>("[data-beside-other]")!;
    other.hidden = !marked.isPlain || !editor.isEditable;
    other.open = false;
    form.dispatchEvent(new CustomEvent("leaderful:near", { bubbles: true }));
  }

  private marked(editor: Editor) {
    const { doc, selection } = editor.state;
    let { from, to } = selection;
    const plain = doc.textBetween(from, to, "\n", leaf);
    from += plain.length - plain.trimStart().length;
    to -= plain.length - plain.trimEnd().length;
    if (from >= to || plain.trim() === "") return undefined;
    const isPlain = selection.$from.sameParent(selection.$to) && !plain.includes(leaf) && to - from <= longest;
    return { from, to, isPlain, words: doc.textBetween(from, to, "\n", node => node.type.name === "mention" ? `@${String(node.attrs["label"] ?? "")}` : " ") };
  }
}
