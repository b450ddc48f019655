// Who wrote what, when somebody asks: each writer's words underlined in their colour, with their name for the pointer and the
// list of names beside. The document knows writers as numbers; the page knows whose number is whose.
import { Extension, type Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { hue, nameOf, type Hands } from "./carets";
import { texts } from "./texts";

interface Writer { name: string; colour: number }
interface Run { from: number; to: number; client: number }

const pause = 3000;

const key = new PluginKey<DecorationSet>("writers");

/** The runs of text each client wrote, at the places where they stand in the editor. */
export function runs(fragment: Y.XmlFragment): Run[] {
  const found: Run[] = [];
  for (const { text, from } of texts(fragment)) {
    let at = from;
    for (let item = text._start; item; item = item.right) {
      if (item.deleted || !item.countable) continue;
      if (item.content instanceof Y.ContentString) found.push({ from: at, to: at + item.length, client: item.id.client });
      at += item.length;
    }
  }
  return found;
}

export class Writers {
  private isOn = false;
  private editor: Editor | undefined;
  readonly extension: Extension;
  private readonly known = new Map<number, Writer>();
  private asked = 0;

  /** `given`: whose number is whose, as the page came; `address`: where that is asked for again. */
  constructor(private readonly fragment: Y.XmlFragment, private readonly awareness: Awareness, private readonly hands: Hands, given: string | undefined, private readonly address: string | undefined, private readonly list: HTMLElement | null) {
    this.know(parsed(given));
    this.extension = Extension.create({
      name: "writers",
      addProseMirrorPlugins: () => [new Plugin({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, before) => {
            const asked = transaction.getMeta(key) as DecorationSet | undefined;
            return asked ?? before.map(transaction.mapping, transaction.doc);
          },
        },
        props: { decorations: state => key.getState(state) },
        view: () => {
          let frame = 0;
          return {
            update: (view, before) => {
              if (!this.isOn || view.state.doc.eq(before.doc)) return;
              cancelAnimationFrame(frame);
              frame = requestAnimationFrame(() => { if (this.isOn) this.show(); });
            },
            destroy: () => { cancelAnimationFrame(frame); },
          };
        },
      })],
    });
  }

  get isShown(): boolean { return this.isOn; }

  open(editor: Editor): void { this.editor = editor; }

  private know(given: Record<string, unknown>): void {
    for (const [client, one] of Object.entries(given)) this.known.set(Number(client), this.writer(one));
  }

  private writer(one: unknown): Writer { return { name: nameOf(one), colour: this.hands.of(one) }; }

  /** Whoever came since. */
  private async ask(): Promise<void> {
    const now = Date.now();
    if (!this.address || now - this.asked < pause) return;
    this.asked = now;
    try {
      const answer = await fetch(this.address, { credentials: "same-origin", redirect: "error" });
      if (!answer.ok) return;
      this.know(await answer.json() as Record<string, unknown>);
    } catch { return; }
    if (this.isOn) this.show();
  }

  private show(): void {
    const { editor } = this;
    if (!editor || editor.isDestroyed) return;
    editor.view.dispatch(editor.state.tr.setMeta(key, this.isOn ? this.draw(editor.state.doc) : DecorationSet.empty).setMeta("addToHistory", false));
  }

  toggle(): void {
    this.isOn = !this.isOn;
    this.show();
    if (!this.isOn && this.list) this.list.hidden = true;
  }

  private of(client: number): Writer | undefined {
    const { user } = (this.awareness.getStates().get(client) ?? {}) as { user?: unknown };
    // Who was here stays known after they have gone.
    if (user) this.known.set(client, this.writer(user));
    return this.known.get(client);
  }

  private draw(doc: Node): DecorationSet {
    const seen = new Map<string, Writer>(), marks: Decoration[] = [];
    for (const { from, to, client } of runs(this.fragment)) {
      const writer = this.of(client);
      if (!writer) void this.ask();
      if (!writer?.name) continue;
      seen.set(writer.name, writer);
      marks.push(Decoration.inline(from, to, { class: "page-writer", "data-colour": String(hue(writer.colour)), title: writer.name }));
    }
    this.name([...seen.values()]);
    return DecorationSet.create(doc, marks);
  }

  private name(writers: Writer[]): void {
    if (!this.list) return;
    this.list.replaceChildren(...writers.map(({ name, colour }) => {
      const item = document.createElement("li"), words = document.createElement("span");
      words.className = "page-writer";
      words.dataset["colour"] = String(hue(colour));
      words.textContent = name;
      item.append(words);
      return item;
    }));
    this.list.hidden = writers.length === 0;
  }
}

function parsed(given: string | undefined): Record<string, unknown> {
  try { return JSON.parse(given ?? "{}") as Record<string, unknown>; } catch { return {}; }
}
