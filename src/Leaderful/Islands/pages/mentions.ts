// "@" and a few letters: people and circles to call.
import { Mention } from "@tiptap/extension-mention";
import { PluginKey } from "@tiptap/pm/state";
import { asked } from "../names";
import { List, look, pause, shows } from "./choosing";
import type { Said } from "../said";

interface Choice { id?: string; name: string; writes?: string; isCircle?: boolean }
interface Chosen { id: string; label: string }

const key = new PluginKey("names");

/** The address of a name that is not alone says whose it is; otherwise the name itself does. */
const chosen = ({ id, name, writes }: Choice): Chosen => ({ id: id ?? /\/people\/([\w-]+)\)$/.exec(writes ?? "")?.[1] ?? name, label: name });

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
    items: ({ query, signal }) => look<Choice>(url ?? "", query, signal).catch(() => []),
    command: ({ editor, range, props }) => {
      editor.chain().focus().insertContentAt(range, [{ type: "mention", attrs: { id: props.id, label: props.label } }, { type: "text", text: " " }]).run();
    },
    render: shows(() => new List<Choice, Chosen>(words.text("names"), chosen, key)),
  },
});
