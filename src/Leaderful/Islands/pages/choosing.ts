// Names to choose from while one writes, by keyboard or by touch. The focus stays in the text.
import { exitSuggestion, type SuggestionProps } from "@tiptap/suggestion";
import type { PluginKey } from "@tiptap/pm/state";

export const pause = 150;
const listId = "page-names";

export async function look<C>(url: string, letters: string, signal: AbortSignal): Promise<C[]> {
  const answer = await fetch(`${url}${url.includes("?") ? "&" : "?"}q=${encodeURIComponent(letters)}`, { headers: { accept: "application/json" }, signal });
  return answer.ok ? await answer.json() as C[] : [];
}

/** A list of names below the cursor; what choosing one does is the suggestion's own business. */
export class List<C extends { name: string }, T> {
  private list: HTMLUListElement | undefined;
  private props: SuggestionProps<C, T> | undefined;
  private at = 0;

  constructor(private readonly label: string, private readonly chosen: (choice: C) => T, private readonly key: PluginKey) {}

  show(props: SuggestionProps<C, T>): void {
    this.props = props;
    this.list?.remove();
    this.list = undefined;
    const field = props.editor.view.dom;
    if (props.items.length === 0) { this.unmark(); return; }
    const list = this.list = document.createElement("ul");
    list.className = "names page-names";
    list.id = listId;
    list.role = "listbox";
    list.ariaLabel = this.label;
    list.append(...props.items.map((choice, i) => this.item(choice, i)));
    field.parentElement?.append(list);
    field.setAttribute("aria-controls", listId);
    this.place(props);
    this.mark(0);
  }

  private item(choice: C, i: number): HTMLLIElement {
    const item = document.createElement("li");
    item.id = `${listId}-${i}`;
    item.role = "option";
    item.dir = "auto";
    item.textContent = choice.name;
    item.addEventListener("pointerdown", event => { event.preventDefault(); });
    item.addEventListener("click", () => { this.props?.command(this.chosen(choice)); });
    return item;
  }

  private place({ clientRect, editor }: SuggestionProps<C, T>): void {
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
    else if (event.key === "Enter" || event.key === "Tab") this.props?.command(this.chosen(choice));
    else if (event.key === "Escape" && this.props) exitSuggestion(this.props.editor.view, this.key);
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

/** As a suggestion of the editor asks for it. */
export function shows<C extends { name: string }, T>(list: () => List<C, T>) {
  return () => {
    const own = list();
    return {
      onStart: (props: unknown) => { own.show(props as SuggestionProps<C, T>); },
      onUpdate: (props: unknown) => { own.show(props as SuggestionProps<C, T>); },
      onKeyDown: ({ event }: { event: KeyboardEvent }) => own.pressed(event),
      onExit: () => { own.close(); },
    };
  };
}
