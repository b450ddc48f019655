// The editor of live pages, in a file of its own that only they load. What the markup must hold is said in
// Pages/PageEditor.razor; without this file it is a page to read.
import { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { channel } from "../offline/kept";
import { carets, Hands, someone } from "./carets";
import { Copy, unsentWords } from "./copies";
import { follow } from "./follow";
import { LinkLine, PictureLine } from "./linking";
import { mentions } from "./mentions";
import { Passages } from "./passages";
import { paste } from "./paste";
import { People } from "./people";
import { pictures } from "./pictures";
import { Said } from "../said";
import { schema } from "./schema";
import { StateLine } from "./state";
import { Toolbar } from "./toolbar";
import { Waiting } from "./waiting";
import { Wire, type Ended } from "./wire";
import { whole } from "./whole";
import { Writers } from "./writers";

/** Opens the page that this element holds. */
export async function open(root: HTMLElement): Promise<void> {
  await new LivePage(root).begin();
}

const found = <T extends HTMLElement>(root: ParentNode, selector: string) => root.querySelector<T>(selector)!;

/** The line one writes on stays clear of the bar, which lies above it on a wide page and below it on a phone. */
const clear = { top: 70, bottom: 90, left: 0, right: 0 };
const room = { scrollThreshold: clear, scrollMargin: clear };

class LivePage {
  private readonly doc = new Y.Doc();
  private readonly awareness = new Awareness(this.doc);
  private readonly hands = new Hands();
  private readonly waiting = new Waiting();
  private readonly words: Said;
  private readonly state: StateLine;
  private readonly people: People;
  private readonly writers: Writers;
  private readonly passages: Passages;
  private wire: Wire | undefined;
  private copy: Copy | undefined;
  private editor: Editor | undefined;
  private toolbar: Toolbar | undefined;
  private isWritable: boolean;
  private end: Ended | undefined;

  constructor(private readonly root: HTMLElement) {
    this.isWritable = root.hasAttribute("data-page-writable");
    this.words = new Said(root);
    // My own colour is mine.
    this.hands.of(someone(root.dataset["pageName"] ?? "", Number(root.dataset["pageColour"])));
    this.state = new StateLine(found(root, "[data-page-state]"), this.words, this.aloud);
    this.people = new People(found(root, "[data-page-people]"), this.awareness, this.words, this.hands, this.aloud);
    this.writers = new Writers(this.doc.getXmlFragment("default"), this.awareness, this.hands, root.dataset["pageWriters"], root.dataset["pageWritersAt"], root.querySelector("[data-page-authors]"));
    this.passages = new Passages(this.doc.getXmlFragment("default"), this.words, this.problem);
    if (!this.isWritable) this.awareness.setLocalState(null);
  }

  async begin(): Promise<void> {
    this.show();
    this.copy = await Copy.open(this.doc, this.root.dataset["pagePerson"] ?? "", this.root.dataset["page"] ?? "");
    this.waiting.restore(this.copy?.waited ?? 0);
    this.doc.on("update", this.changed);
    if (this.doc.store.clients.size > 0) this.edit();
    if (!this.isWritable && !this.waiting.isSettled) this.showUnsent();
    this.wire = new Wire(this.doc, this.awareness, this.address(), this.isWritable, {
      changed: () => { if (this.wire?.isSynced) this.edit(); this.show(); },
      kept: messages => { this.waiting.kept(messages); this.show(); },
      cut: () => { this.waiting.cut(); },
      caughtUp: isSent => { this.waiting.caughtUp(isSent); this.show(); },
      refused: () => { this.readOnly(); },
      allowed: () => { this.writable(); },
      ended: why => { void this.ended(why); },
    });
    addEventListener("beforeunload", this.hold);
    new BroadcastChannel(channel).onmessage = ({ data }) => { if (data === "forget") this.signedOut(); };
    this.show();
  }

  private address(): string {
    const { pageSocket = "", page = "" } = this.root.dataset;
    return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${pageSocket}/${encodeURIComponent(page)}?acks=1`;
  }

  private readonly aloud = (text: string): void => {
    const place = this.root.querySelector<HTMLElement>("[data-page-said]");
    if (place) place.textContent = text;
  };

  private readonly problem = (text: string): void => {
    const place = this.root.querySelector<HTMLElement>("[data-page-problem]");
    if (place) place.textContent = text;
  };

  // ---- the text ---------------------------------------------------------------

  /** Takes the place of what the server drew, once there is something to write on. */
  private edit(): void {
    if (this.editor || this.end) return;
    const body = found(this.root, "[data-page-body]"), field = document.createElement("div");
    field.className = "page-field";
    const put = pictures(this.root, () => this.editor, this.words);
    const { pageName = "", pageColour, pageThings, pageThingNames, pageNames } = this.root.dataset;
    this.editor = new Editor({
      element: field,
      injectCSS: false,
      // As nodes: words would be parsed as HTML, which the page's policy refuses.
      content: { type: "doc", content: [{ type: "paragraph" }] },
      editable: this.isWritable,
      enableInputRules: true,
      extensions: [
        ...schema(this.words, pageThings, pageThingNames),
        Collaboration.configure({ document: this.doc, field: "default" }),
        ...this.isWritable ? [carets(this.awareness, someone(pageName, Number(pageColour)), this.hands)] : [],
        mentions(pageNames, this.words),
        paste(put),
        follow,
        whole,
        this.writers.extension,
        this.passages.extension,
      ],
      editorProps: { attributes: this.attributes(), ...room },
    });
    const { editor } = this;
    this.writers.open(editor);
    body.replaceChildren(field);
    this.root.setAttribute("data-page-open", "");
    this.passages.open(editor);
    this.tools(editor, put.choose);
  }

  private attributes(): Record<string, string> {
    const shared = { class: "read page-text", "aria-label": this.words.text("text"), tabindex: "0" };
    return this.isWritable ? { ...shared, role: "textbox", "aria-multiline": "true", translate: "no" } : { ...shared, role: "region" };
  }

  private tools(editor: Editor, choose: () => void): void {
    const bar = this.root.querySelector<HTMLElement>("[data-page-tools]"), show = this.root.querySelector<HTMLButtonElement>("[data-page-show-writers]");
    if (bar && this.isWritable) {
      const link = new LinkLine(found(this.root, "[data-page-link]"), editor), describe = new PictureLine(found(this.root, "[data-page-describe]"), editor);
      bar.hidden = false;
      this.toolbar = new Toolbar(bar, editor, {
        link: { press: () => { link.press(); }, isOn: () => editor.isActive("link") },
        speak: { press: () => { this.passages.speak(); } },
        picture: { press: () => { if (editor.isActive("image")) describe.press(); else choose(); }, isOn: () => editor.isActive("image") },
      });
      editor.view.dom.addEventListener("keydown", event => {
        if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
        event.preventDefault();
        link.press();
      });
    }
    const speak = this.root.querySelector<HTMLButtonElement>("[data-page-speak]");
    if (speak) {
      // Who writes has it in the bar.
      speak.hidden = this.isWritable;
      speak.addEventListener("mousedown", event => { event.preventDefault(); });
      speak.addEventListener("click", () => { this.passages.speak(); });
    }
    if (!show) return;
    show.hidden = false;
    show.addEventListener("click", () => {
      this.writers.toggle();
      show.setAttribute("aria-pressed", String(this.writers.isShown));
    });
  }

  private readOnly(): void {
    this.isWritable = false;
    this.awareness.setLocalState(null);
    this.editor?.setOptions({ editable: false, editorProps: { attributes: this.attributes(), ...room } });
    for (const one of this.root.querySelectorAll<HTMLElement>("[data-page-tools], [data-page-link], [data-page-describe]")) one.hidden = true;
    for (const one of this.root.querySelectorAll<HTMLElement>("[data-page-speak]")) one.hidden = false;
    if (!this.waiting.isSettled) this.showUnsent();
    this.show();
  }

  /** Opened to writing again; whoever came while it was closed has no tools yet, and nothing to lose. */
  private writable(): void {
    if (!this.toolbar) { location.reload(); return; }
    this.isWritable = true;
    const { pageName = "", pageColour } = this.root.dataset;
    this.awareness.setLocalState({ user: someone(pageName, Number(pageColour)) });
    this.editor?.setOptions({ editable: true, editorProps: { attributes: this.attributes(), ...room } });
    for (const one of this.root.querySelectorAll<HTMLElement>("[data-page-tools]")) one.hidden = false;
    for (const one of this.root.querySelectorAll<HTMLElement>("[data-page-speak]")) one.hidden = true;
    this.show();
  }

  // ---- what is kept -------------------------------------------------------------

  private readonly changed = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (!transaction.local || !this.isWritable) return;
    this.waiting.typed(this.wire?.send(update) ?? false);
    this.show();
  };

  private show(): void {
    const { waiting: { count }, wire, copy, end, isWritable } = this;
    const isSynced = wire?.isSynced ?? false;
    if (copy && !end && (count > 0 || isSynced)) copy.note(count, document.title);
    this.state.show({ isOpen: wire?.isOpen ?? false, isSynced, isShown: this.editor !== undefined, isWritable, hasCopy: copy !== undefined, count, end });
  }

  /** Only where nothing else keeps it. */
  private readonly hold = (event: BeforeUnloadEvent): void => {
    if (!this.copy && !this.waiting.isSettled) event.preventDefault();
  };

  private showUnsent(): boolean {
    const words = unsentWords(this.doc, [this.doc.clientID, ...this.copy?.before ?? []], this.copy?.vector);
    const place = this.root.querySelector<HTMLElement>("[data-page-unsent]"), text = place?.querySelector("pre");
    if (!place || !text || words === "") return false;
    text.textContent = words;
    place.querySelector<HTMLElement>("[data-copy]")?.setAttribute("data-copy", words);
    place.hidden = false;
    return true;
  }

  /** Who may no longer read it has no copy of it either; only their own words are left, for them to take along. */
  private async ended(why: Ended): Promise<void> {
    this.end = why;
    if (!this.waiting.isSettled) this.showUnsent();
    this.stop();
    found(this.root, "[data-page-body]").replaceChildren();
    this.root.removeAttribute("data-page-open");
    this.show();
    await this.copy?.forget();
    await forgetShell();
  }

  private signedOut(): void {
    this.end = "lost";
    this.stop();
    this.copy?.close();
    location.reload();
  }

  private stop(): void {
    removeEventListener("beforeunload", this.hold);
    this.doc.off("update", this.changed);
    this.wire?.stop();
    this.toolbar?.stop();
    this.passages.stop();
    this.people.stop();
    this.editor?.destroy();
    this.editor = undefined;
    for (const one of this.root.querySelectorAll<HTMLElement>("[data-page-tools], [data-page-link], [data-page-describe], [data-page-people], [data-page-show-writers], [data-page-speak], [data-page-authors]")) one.hidden = true;
  }
}

async function forgetShell(): Promise<void> {
  if (!("caches" in globalThis)) return;
  for (const name of await caches.keys()) await (await caches.open(name)).delete(location.pathname, { ignoreSearch: true });
}
