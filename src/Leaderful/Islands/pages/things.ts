// Something that lives elsewhere in the house and is shown here: its name as it is now, which leads to it, and how it stands. "#" and
// a few letters: conversations and pages to choose from.
import { mergeAttributes, Node, type NodeViewRendererProps } from "@tiptap/core";
import { Suggestion } from "@tiptap/suggestion";
import { PluginKey } from "@tiptap/pm/state";
import type { DOMOutputSpec } from "@tiptap/pm/model";
import { List, look, pause, shows } from "./choosing";
import { isHere } from "./links";
import type { Said } from "../said";

interface Choice { id: string; kind: string; name: string }
interface Attributes { kind: string | null; id: string | null; label: string | null }

const key = new PluginKey("things");
const isId = (id: unknown): id is string => typeof id === "string" && /^[\w-]+$/.test(id);

const attribute = (name: string) => ({
  default: null as string | null,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`),
  renderHTML: (attributes: Record<string, unknown>) => attributes[name] ? { [`data-${name}`]: String(attributes[name]) } : {},
});

/** As it is now, for whoever may see it; others read what it was called when it was put here, and go nowhere. */
async function showNow(dom: HTMLElement, address: string, id: string): Promise<void> {
  try {
    const answer = await fetch(address + id, { headers: { accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok) {
      if (answer.status === 404) dom.replaceChildren(Object.assign(document.createElement("span"), { textContent: dom.textContent }));
      return;
    }
    const { name, kind, size, at, path } = await answer.json() as Record<string, unknown>;
    const link = dom.querySelector("a");
    if (!link || typeof name !== "string" || !isHere(path)) return;
    link.textContent = name;
    link.href = path;
    const facts = document.createElement("span");
    facts.className = "meta";
    facts.append(...[kind, size].filter(one => typeof one === "string").map(one => Object.assign(document.createElement("span"), { textContent: one })));
    if (typeof at === "string") {
      // The page puts it into the reader's own words.
      const time = document.createElement("time");
      time.dateTime = at;
      time.dataset["style"] = "ago";
      facts.append(time);
    }
    dom.replaceChildren(link, facts);
  } catch { /* without a network it stays as it was put here */ }
}

export const things = (address: string | undefined, names: string | undefined, words: Said) => Node.create({
  name: "thing",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({ kind: attribute("kind"), id: attribute("id"), label: attribute("label") }),
  parseHTML: () => [{ tag: "div[data-thing]" }],
  renderHTML({ node, HTMLAttributes }): DOMOutputSpec {
    const { id, label } = node.attrs as Attributes, name = label || id || "";
    return ["div", mergeAttributes(HTMLAttributes, { "data-thing": "", class: "page-thing" }), address !== undefined && isId(id) ? ["a", { href: address + id }, name] : ["span", name]];
  },
  addNodeView: () => ({ node }: NodeViewRendererProps) => {
    const { id, label } = node.attrs as Attributes, dom = document.createElement("div"), leads = address !== undefined && isId(id);
    dom.className = "page-thing";
    dom.dataset["thing"] = "";
    const line = document.createElement(leads ? "a" : "span");
    line.textContent = label || id || "";
    if (leads) (line as HTMLAnchorElement).href = address + id;
    dom.append(line);
    if (leads) void showNow(dom, address, id);
    return { dom };
  },
  addProseMirrorPlugins() {
    if (names === undefined) return [];
    return [Suggestion<Choice, Choice>({
      editor: this.editor,
      char: "#",
      pluginKey: key,
      allowSpaces: true,
      // A heading begins with the same sign and a space.
      allow: ({ state, range }) => /^#[\p{L}\p{N}][^\n#]{0,40}$/u.test(state.doc.textBetween(range.from, range.to, "\n", " ")),
      debounce: pause,
      items: ({ query, signal }) => look<Choice>(names, query, signal).catch(() => []),
      command: ({ editor, range, props: { id, kind, name } }) => {
        // One writes on below it.
        editor.chain().focus().insertContentAt(range, [{ type: "thing", attrs: { id, kind, label: name } }, { type: "paragraph" }]).run();
      },
      render: shows(() => new List<Choice, Choice>(words.text("things"), choice => choice, key)),
    })];
  },
});
