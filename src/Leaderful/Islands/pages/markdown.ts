// Markdown that was pasted, as nodes of ours. What Markdown lets through that a page has not (HTML, pictures from elsewhere)
// becomes words or a link.
import { Fragment, Slice, type Mark, type Node, type Schema } from "@tiptap/pm/model";
import { lexer, type Token, type Tokens } from "marked";
import { isAddress, isHere } from "./links";

const longest = 200_000, deepest = 24;

const signs = [
  /^#{1,6} \S/m, /^\s*[-*+] \[[ xX]\] /m, /^\s*[-*+] \S.*\n\s*[-*+] \S/m, /^\s*\d+[.)] \S.*\n\s*\d+[.)] \S/m, /^> \S/m, /^(```|~~~)/m,
  /^\s*\|?.+\|.+\n\s*\|?\s*:?-{2,}:?\s*\|/m, /\[[^\]\n]+\]\((https?:|mailto:|\/)[^)\s]*\)/, /(^|\s)\*\*[^*\s][^*\n]*\*\*/, /^(-{3,}|\*{3,})$/m, /(^|\s)`[^`\n]+`/, /(^|\s)~~[^~\n]+~~/,
];

/** Whether somebody meant it as Markdown: one sign is enough, since each is rare in other words. */
export const looksLikeMarkdown = (text: string) => text.length <= longest && signs.some(sign => sign.test(text));

export function fromMarkdown(schema: Schema, text: string): Slice | undefined {
  try {
    const nodes = blocks(schema, lexer(text.slice(0, longest), { gfm: true }), 0);
    if (nodes.length === 0) return undefined;
    const content = Fragment.from(nodes);
    for (const node of nodes) node.check();
    const isLine = nodes.length === 1 && nodes[0]!.type.name === "paragraph";
    return new Slice(content, isLine ? 1 : 0, isLine ? 1 : 0);
  } catch { return undefined; }
}

function blocks(schema: Schema, tokens: Token[], depth: number): Node[] {
  return tokens.flatMap(token => block(schema, token, depth)).filter(node => node !== undefined);
}

function block(schema: Schema, token: Token, depth: number): Node | Node[] | undefined {
  const { nodes } = schema;
  const paragraph = (inside: Node[]) => nodes["paragraph"]!.create(null, inside);
  if (depth > deepest) return paragraph(words(schema, token.raw));
  switch (token.type) {
    case "space": case "def": return undefined;
    case "heading": return nodes["heading"]!.create({ level: Math.min(3, (token as Tokens.Heading).depth) }, inline(schema, token.tokens ?? [], []));
    case "hr": return nodes["horizontalRule"]!.create();
    case "code": return nodes["codeBlock"]!.create({ language: (token as Tokens.Code).lang || null }, words(schema, (token as Tokens.Code).text));
    case "blockquote": return nodes["blockquote"]!.create(null, some(schema, blocks(schema, token.tokens ?? [], depth + 1)));
    case "list": return list(schema, token as Tokens.List, depth);
    case "table": return table(schema, token as Tokens.Table);
    case "paragraph": case "text": return apart(schema, inline(schema, token.tokens ?? [token], []));
    default: return paragraph(words(schema, token.raw.trim()));
  }
}

const some = (schema: Schema, found: Node[]) => found.length > 0 ? found : [schema.nodes["paragraph"]!.create()];

/** A picture is a block of its own; what stands before and after it is a paragraph each. */
function apart(schema: Schema, found: Node[]): Node[] {
  const result: Node[] = [];
  let line: Node[] = [];
  const close = () => { if (line.length > 0) result.push(schema.nodes["paragraph"]!.create(null, line)); line = []; };
  for (const node of found) {
    if (node.isBlock) { close(); result.push(node); } else line.push(node);
  }
  close();
  return some(schema, result);
}

function list(schema: Schema, token: Tokens.List, depth: number): Node {
  const isTasks = token.items.some(item => item.task);
  const begun = (found: Node[]) => found[0]?.type.name === "paragraph" ? found : [schema.nodes["paragraph"]!.create(), ...found];
  const items = token.items.map(item => {
    const inside = begun(blocks(schema, item.tokens.filter(one => one.type !== "checkbox"), depth + 1));
    return isTasks ? schema.nodes["taskItem"]!.create({ checked: item.checked ?? false }, inside) : schema.nodes["listItem"]!.create(null, inside);
  });
  if (isTasks) return schema.nodes["taskList"]!.create(null, items);
  if (!token.ordered) return schema.nodes["bulletList"]!.create(null, items);
  return schema.nodes["orderedList"]!.create({ start: Number(token.start) || 1 }, items);
}

function table(schema: Schema, token: Tokens.Table): Node {
  const cell = (kind: string, one: Tokens.TableCell) => schema.nodes[kind]!.create(null, apart(schema, inline(schema, one.tokens, [])));
  const row = (kind: string, cells: Tokens.TableCell[]) => schema.nodes["tableRow"]!.create(null, cells.map(one => cell(kind, one)));
  return schema.nodes["table"]!.create(null, [row("tableHeader", token.header), ...token.rows.map(cells => row("tableCell", cells))]);
}

const words = (schema: Schema, text: string, marks: readonly Mark[] = []) => text === "" ? [] : [schema.text(text, marks)];

function inline(schema: Schema, tokens: Token[], marks: readonly Mark[]): Node[] {
  return tokens.flatMap(token => piece(schema, token, marks));
}

function piece(schema: Schema, token: Token, marks: readonly Mark[]): Node[] {
  const within = (name: string, attributes?: Record<string, unknown>) =>
    inline(schema, (token as Tokens.Strong).tokens ?? [], schema.marks[name]!.create(attributes ?? null).addToSet(marks));
  switch (token.type) {
    case "strong": return within("bold");
    case "em": return within("italic");
    case "del": return within("strike");
    case "codespan": return words(schema, (token as Tokens.Codespan).text, schema.marks["code"]!.create().addToSet(marks));
    case "br": return [schema.nodes["hardBreak"]!.create()];
    case "link": return isAddress((token as Tokens.Link).href) ? within("link", { href: (token as Tokens.Link).href }) : inline(schema, token.tokens ?? [], marks);
    case "image": return picture(schema, token as Tokens.Image, marks);
    case "escape": return words(schema, (token as Tokens.Escape).text, marks);
    case "text": return token.tokens ? inline(schema, token.tokens, marks) : lines(schema, (token as Tokens.Text).text, marks);
    default: return words(schema, token.raw, marks);
  }
}

/** A line that goes on in the next is one line. */
const lines = (schema: Schema, text: string, marks: readonly Mark[]) => words(schema, text.replace(/\s*\n\s*/g, " "), marks);

function picture(schema: Schema, { href, text }: Tokens.Image, marks: readonly Mark[]): Node[] {
  if (isHere(href)) return [schema.nodes["image"]!.create({ src: href, alt: text })];
  const linked = isAddress(href) ? schema.marks["link"]!.create({ href }).addToSet(marks) : marks;
  return words(schema, text || href, linked);
}
