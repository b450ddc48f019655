// "@" and a few letters: names to choose from, by keyboard or by touch. The focus stays in the text.
import { Mention } from "@tiptap/extension-mention";
import { exitSuggestion, type SuggestionProps } from "@tiptap/suggestion";
import { PluginKey } from "@tiptap/pm/state";
import { asked } from "../names";
import type { Said } from "./said";

interface Choice { id?: string; name: string; writes?: string; isCircle?: boolean }
interface Chosen { id: string; label: string }

const pause = 150, listId = "page-names";
const key = new PluginKey("names");

/** The address of a name that is not alone says whose it is; otherwise the name itself does. */
const chosen = ({ id, name, writes }: Choice): Chosen => ({ id: id ?? /\/people\/([\w-]+)\)$/.exec(writes ?? "")?.[1] ?? name, label: name });

async function look(url: string, letters: string, signal: AbortSignal): Promise<Choice[]> {
  const answer = await fetch(`${url}${url.includes("?") ? "&" : "?"}q=${encodeURIComponent(letters)}`, { headers: { accept: "application/json" }, signal });
  return answer.ok ? await answer.json() as Choice[] : [];
}

class List {
  private list: HTMLUListElement | undefined;
  private props: SuggestionProps<Choice, Chosen> | undefined;
  private at = 0;

  constructor(private readonly words: Said) {}

  show(props: SuggestionProps<Choice, Chosen>): void {
    this.props = props;
    this.list?.remove();
    this.list = undefined;
    const field = props.editor.view.dom;
    if (props.items.length === 0) { this.unmark(); return; }
    const list = this.list = document.createElement("ul");
    list.className = "names page-names";
    list.id = listId;
    list.role = "listbox";
    list.ariaLabel = this.words.text("names");
    list.append(...props.items.map((choice, i) => this.item(choice, i)));
    field.parentElement?.append(list);
    field.setAttribute("aria-controls", listId);
    this.place(props);
    this.mark(0);
  }

  private item(choice: Choice, i: number): HTMLLIElement {
    const item = document.createElement("li");
    item.id = `${listId}-${i}`;
    item.role = "option";
    item.dir = "auto";
    item.textContent = choice.name;
    item.addEventListener("pointerdown", event => { event.preventDefault(); });
    item.addEventListener("click", () => { this.props?.command(chosen(choice)); });
    return item;
  }

  private place({ clientRect, editor }: SuggestionProps<Choice, Chosen>): void {
    const line = clientRect?.(), around = editor.view.dom.parentElement?.getBoundingClientRect();
    if (!line || !around || !this.list) return;
    const isEnd = getComputedStyle(editor.view.dom).direction === "rtl";
    const room = Math.max(0, around.width - 240), start = isEnd ? around.right - line.right : line.left - around.left;
    this.list.style.insetBlockStart = `${line.bottom - around.top + 4}px`;
    this.list.style.insetInlineStart = `${Math.max(0, Math.min(start, room))}px`;
    this.list.scrollIntoView({ block: "nearest" });
  }

  private mark(to: number): void {
    const { list, props } = this;
    if (!list || !props) return;
    this.at = (to + list.children.length) % list.children.length;
    for (const [i, one] of [...list.children].entries()) one.setAttribute("aria-selected", String(i === this.at));
    props.editor.view.dom.setAttribute("aria-activedescendant", list.children[this.at]!.id);
    list.children[this.at]!.scrollIntoView({ block: "nearest" });
  }

  pressed(event: KeyboardEvent): boolean {
    const choice = this.props?.items[this.at];
    if (!this.list || !choice || event.isComposing) return false;
    if (event.key === "ArrowDown") this.mark(this.at + 1);
    else if (event.key === "ArrowUp") this.mark(this.at - 1);
    else if (event.key === "Enter" || event.key === "Tab") this.props?.command(chosen(choice));
    else if (event.key === "Escape" && this.props) exitSuggestion(this.props.editor.view, key);
    else return false;
    return true;
  }

  private unmark(): void {
    for (const name of ["aria-controls", "aria-activedescendant"]) this.props?.editor.view.dom.removeAttribute(name);
  }

  close(): void {
    this.list?.remove();
    this.list = undefined;
    this.unmark();
    this.props = undefined;
  }
}

export const mentions = (url: string | undefined, words: Said) => Mention.extend({
  addAttributes() {
    const { id, label } = (this.parent as unknown as () => Record<string, object>)();
    return { id, label };
  },
}).configure({
  HTMLAttributes: { class: "page-mention" },
  renderText: ({ node }) => `@${String(node.attrs["label"] ?? node.attrs["id"] ?? "")}`,
  renderHTML: ({ options, node }) => ["span", { ...options.HTMLAttributes, "data-type": "mention" }, `@${String(node.attrs["label"] ?? node.attrs["id"] ?? "")}`],
  suggestion: {
    char: "@",
    pluginKey: key,
    allowedPrefixes: null,
    allowSpaces: true,
    allow: ({ state, range }) => {
      const start = state.doc.resolve(range.from).start();
      return url !== undefined && asked(state.doc.textBetween(start, range.to, "\n", " "), range.to - start) !== undefined;
    },
    debounce: pause,
    // Without a connection there is nothing to choose from, and the text is whole.
    items: ({ query, signal }) => look(url ?? "", query, signal).catch(() => []),
    command: ({ editor, range, props }) => {
      editor.chain().focus().insertContentAt(range, [{ type: "mention", attrs: { id: props.id, label: props.label } }, { type: "text", text: " " }]).run();
    },
    render: () => {
      const list = new List(words);
      return {
        onStart: props => { list.show(props as SuggestionProps<Choice, Chosen>); },
        onUpdate: props => { list.show(props as SuggestionProps<Choice, Chosen>); },
        onKeyDown: ({ event }) => list.pressed(event),
        onExit: () => { list.close(); },
      };
    },
  },
});
