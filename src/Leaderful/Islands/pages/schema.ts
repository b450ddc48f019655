// What a page is made of. The names are those of a stock TipTap editor, so that any client that speaks Yjs can read along;
// what is drawn here never leads, loads or runs what the house does not allow, whoever put it into the document.
import { mergeAttributes, type Extensions } from "@tiptap/core";
import { Heading } from "@tiptap/extension-heading";
import { Highlight } from "@tiptap/extension-highlight";
import { Image } from "@tiptap/extension-image";
import { TaskItem, TaskList } from "@tiptap/extension-list";
import { TableKit } from "@tiptap/extension-table";
import { Placeholder } from "@tiptap/extensions";
import { Fragment, type DOMOutputSpec, type Schema } from "@tiptap/pm/model";
import { Link } from "@tiptap/extension-link";
import { StarterKit } from "@tiptap/starter-kit";
import { isAddress, isHere } from "./links";
import type { Said } from "../said";
import { things } from "./things";

const levels: (1 | 2 | 3)[] = [1, 2, 3];

/** The page's own name is the first heading; those in its text stand below it. */
const Headings = Heading.extend({
  parseHTML() {
    return [
      ...levels.map(level => ({ tag: `h${level + 1}[data-level="${level}"]`, attrs: { level }, priority: 60 })),
      ...[1, 2, 3, 4, 5, 6].map(level => ({ tag: `h${level}`, attrs: { level: Math.min(level, 3) } })),
    ];
  },
  renderHTML({ node, HTMLAttributes }): DOMOutputSpec {
    const level = levels.find(one => one === node.attrs["level"]) ?? 1;
    return [`h${level + 1}`, mergeAttributes(HTMLAttributes, { "data-level": level }), 0];
  },
}).configure({ levels });

const Links = Link.extend({
  inclusive: false,
  // An address and nothing else: where it opens and whom it trusts is not the document's to say.
  addAttributes: () => ({ href: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute("href") } }),
  parseHTML() {
    return [
      { tag: "a[href]", getAttrs: (dom: HTMLElement) => isAddress(dom.getAttribute("href")) ? null : false },
      {
        // A picture from elsewhere would tell its owner who reads the page: it becomes a link that a person may follow.
        tag: "img[src]",
        priority: 60,
        getAttrs: (dom: HTMLElement) => {
          const src = dom.getAttribute("src");
          return !isHere(src) && isAddress(src) ? { href: src } : false;
        },
        getContent: (dom, schema: Schema) => {
          const picture = dom as HTMLElement, words = picture.getAttribute("alt")?.trim() || picture.getAttribute("src") || "";
          return Fragment.from(schema.text(words));
        },
      },
    ];
  },
}).configure({
  openOnClick: false, autolink: true, linkOnPaste: true, defaultProtocol: "https",
  HTMLAttributes: { rel: "noopener noreferrer nofollow", target: null },
  isAllowedUri: address => isAddress(address),
});

const Pictures = Image.extend({
  addAttributes: () => ({
    src: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute("src") },
    alt: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute("alt") },
  }),
  parseHTML() {
    return [{ tag: "img[src]", getAttrs: (dom: HTMLElement) => isHere(dom.getAttribute("src")) ? null : false }];
  },
  renderHTML({ HTMLAttributes }): DOMOutputSpec {
    const { src, alt } = HTMLAttributes as { src?: unknown; alt?: unknown };
    const words = typeof alt === "string" ? alt : "";
    if (isHere(src)) return ["img", { src, alt: words, loading: "lazy", decoding: "async" }];
    return isAddress(src) ? ["p", ["a", { href: src, rel: "noopener noreferrer nofollow" }, words || src]] : ["p", words];
  },
}).configure({ inline: false, allowBase64: false });

export function schema(said: Said, address: string | undefined, names: string | undefined): Extensions {
  return [
    // Yjs has an undo of its own; a paragraph at the end, put there by whoever opens the page, would be everybody's.
    StarterKit.configure({ undoRedo: false, trailingNode: false, link: false, heading: false, dropcursor: { color: false, class: "page-drop" } }),
    Headings,
    Links,
    Highlight,
    TaskList,
    TaskItem.configure({ nested: true, a11y: { checkboxLabel: node => said.text("task", { name: node.firstChild?.textContent || said.text("task-empty") }) } }),
    TableKit.configure({ table: { resizable: false } }),
    Pictures,
    things(address, names, said),
    Placeholder.configure({ placeholder: said.text("placeholder"), showOnlyWhenEditable: true }),
  ];
}
