// <div data-note="thing">: what one person writes for themselves about one thing. Nothing stands in the way of writing: only when
// the first note is kept does it ask how notes are to be opened, and what was typed waits in its field. What is typed is kept
// nowhere but there until it is locked and sent; so leaving the page asks, and so does signing out.
import { wait } from "../backoff";
import { channel as signingOut, forgotten, note as list, unkept } from "../offline/kept";
import { Said } from "../said";
import { Beginning } from "./beginning";
import { fromBase64, toBase64 } from "../bytes";
import { Conflict } from "./conflict";
import { most, open as unsealed, seal, type Note } from "./envelope";
import { Fields } from "./fields";
import { forget, idle, recall, remember, tabs } from "./keeping";
import { meeting, type Texts } from "./merging";
import { Opening } from "./opening";
import { busily, panel } from "./panels";
import { envelope, keep, remove, type Sealed, type Trouble, type Vault } from "./server";
import { usable, wipe, type Raw } from "./vault";

const nothing = (): Note => ({ texts: {}, labels: {} });
const isEmpty = (texts: Texts) => Object.values(texts).every(text => text.trim() === "");

export class Part {
  private readonly thing: string;
  private readonly said: Said;
  private readonly fields: Fields;
  private readonly opening: Opening;
  private readonly beginning: Beginning | undefined;
  private readonly conflict: Conflict;
  private readonly state: HTMLElement | null;
  private readonly others = new BroadcastChannel(tabs);
  private vault: Vault | undefined;
  private key: CryptoKey | undefined;
  /** As the server has it, and which edition that is; 0: it has none. */
  private kept = nothing();
  private edition = 0;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private usedAt = Date.now();
  private isWanted = false;
  private again: (() => Promise<void>) | undefined;

  constructor(private readonly root: HTMLElement) {
    this.thing = root.dataset["note"]!;
    this.said = new Said(root);
    this.fields = new Fields(root, this.thing);
    this.opening = new Opening(root, this.said);
    this.beginning = this.fields.form ? new Beginning(root, this.said) : undefined;
    this.conflict = new Conflict(root, this.fields);
    this.state = root.querySelector("[data-note-state]");
    this.listen();
    void this.load();
  }

  // ---- what happens on the page -------------------------------------------------

  private listen(): void {
    const { form } = this.fields;
    form?.addEventListener("submit", event => { event.preventDefault(); this.failures = 0; void this.keep(); });
    form?.addEventListener("input", () => this.typed());
    this.root.querySelector("[data-note-lock]")?.addEventListener("click", () => void this.lockHere());
    this.root.querySelector("[data-note-delete]")?.addEventListener("click", event => void busily(event.currentTarget as HTMLElement, () => this.remove()));
    this.others.addEventListener("message", ({ data }) => void (data === "locked" ? this.lock() : this.key ? undefined : this.load()));
    new BroadcastChannel(signingOut).addEventListener("message", () => this.clear());
    addEventListener("beforeunload", event => { if (this.isBehind) event.preventDefault(); });
    addEventListener("pagehide", () => forgotten(unkept + this.thing));
    addEventListener("pageshow", event => { if (event.persisted) void this.comeBack(); });
    addEventListener("online", () => this.retryNow());
    document.addEventListener("visibilitychange", () => void this.lockIfIdle());
    setInterval(() => void this.lockIfIdle(), 60_000);
  }

  private typed(): void {
    this.usedAt = Date.now();
    this.fields.draw({ ...this.kept.texts, ...this.fields.texts });
    if (this.state?.dataset["as"] === "kept") this.say("");
    this.listAsUnkept();
  }

  /** Whoever signs out in another tab is told first. */
  private listAsUnkept(): void {
    if (this.isBehind) list(unkept + this.thing, { count: 1, title: document.title, address: location.pathname });
    else forgotten(unkept + this.thing);
  }

  private get isBehind(): boolean {
    return Object.entries(this.fields.texts).some(([name, text]) => text !== (this.kept.texts[name] ?? ""));
  }

  private say(what: string): void {
    if (!this.state) return;
    this.state.dataset["as"] = what;
    this.state.textContent = what === "" ? "" : this.said.text(what);
  }

  // ---- opening ------------------------------------------------------------------

  private async load(): Promise<void> {
    const found = await envelope(this.thing);
    if (typeof found === "string") { this.trouble(found, "unread", () => this.load()); return; }
    this.failures = 0;
    this.vault = found.vault;
    this.key = await recall(found.vault.person, found.vault.mark, found.vault.device);
    if (this.key) this.opening.hide();
    if (this.state?.dataset["as"] === "unread") this.say("");
    await this.meet(found.note);
  }

  /** What the server has, beside what stands here; locked, it is asked for, and a note yet to be written waits for nothing. */
  private async meet(note: Sealed | null): Promise<void> {
    if (note && !this.key) { this.askToOpen(note); return; }
    let theirs = nothing();
    try { if (note) theirs = await unsealed(this.key!, this.vault!.person, this.thing, fromBase64(note.sealed)); } catch { this.say("unreadable"); return; }
    const { texts, both } = meeting(this.kept.texts, this.fields.texts, theirs.texts);
    [this.kept, this.edition, this.usedAt] = [theirs, note?.edition ?? 0, Date.now()];
    this.fields.fill({ ...theirs.texts, ...texts });
    this.fields.read(theirs);
    if (both.length > 0) this.conflict.ask(theirs.texts, both, chosen => { this.fields.fill(chosen); void this.keep(); });
    this.arrange();
  }

  private arrange(): void {
    const isLocked = !this.key && this.edition === 0 && panel(this.root, "locked")?.hidden === false && !this.isBehind;
    if (this.fields.form) this.fields.form.hidden = isLocked;
    for (const one of this.root.querySelectorAll<HTMLElement>("[data-note-lock]")) one.hidden = !this.key;
    for (const one of this.root.querySelectorAll<HTMLElement>("[data-note-there]")) one.hidden = this.edition === 0;
    this.listAsUnkept();
    this.root.dataset["noteIs"] = this.key ? "open" : isLocked ? "locked" : "empty";
  }

  private askToOpen(note: Sealed | null, then?: () => Promise<void>): void {
    this.opening.ask(this.vault!, raw => void this.take(raw).then(async () => { await this.meet(note); this.fields.focus(); await then?.(); }));
    this.arrange();
  }

  /** The key is here: for this page, and for this browser until it is locked again. */
  private async take(raw: Raw): Promise<void> {
    this.key = await usable(raw);
    wipe(raw);
    await this.remember();
    this.others.postMessage("opened");
  }

  private async remember(): Promise<void> {
    const { key, vault } = this;
    if (key && vault?.mark) await remember(vault.person, { key, mark: vault.mark, device: vault.device });
  }

  // ---- keeping ------------------------------------------------------------------

  private async keep(): Promise<void> {
    if (!this.vault || (this.edition === 0 && isEmpty(this.fields.texts))) { this.say(this.vault ? "nothing" : "unkept"); return; }
    if (!this.vault.mark) { this.begin(); return; }
    if (!this.key) { this.askToOpen(null, () => this.keep()); return; }
    const { key, vault, fields: { form } } = this;
    if (!form) return;
    this.isWanted = true;
    await busily(form, async () => {
      // Asked for once more while it goes on, it goes on once more.
      while (this.isWanted) { this.isWanted = false; await this.send(key, vault); }
    });
  }

  private begin(): void {
    this.beginning?.ask(this.vault!, async raw => {
      if (raw === "taken") { await this.load(); this.say("taken"); return; }
      this.vault = { ...this.vault!, mark: raw.mark };
      await this.take(raw);
      await this.keep();
      this.arrange();
      this.fields.focus();
    });
  }

  private async send(key: CryptoKey, vault: Vault): Promise<void> {
    const texts = this.fields.texts, { labels } = this.fields;
    const whole = { texts: { ...this.kept.texts, ...texts }, labels: { ...this.kept.labels, ...labels } };
    const sealed = await seal(key, vault.person, this.thing, whole);
    if (sealed.length > most) { this.say("long"); return; }
    const answer = await keep(this.thing, { mark: vault.mark!, edition: this.edition, sealed: toBase64(sealed) });
    if (typeof answer === "string") { this.trouble(answer, "unkept", () => this.keep()); return; }
    this.failures = 0;
    if ("edition" in answer) {
      [this.kept, this.edition, this.usedAt] = [whole, answer.edition, Date.now()];
      this.arrange();
      this.say(this.isBehind ? "" : "kept");
      await this.remember();
    } else if (answer.isOtherKey) await this.beginAgain();
    else await this.meetAndKeep(answer.note);
  }

  /** Begun anew on another device: what the server had is gone, what stands here is not. */
  private async beginAgain(): Promise<void> {
    [this.kept, this.edition, this.key] = [nothing(), 0, undefined];
    this.say("other-key");
    await this.load();
  }

  private async meetAndKeep(note: Sealed | null): Promise<void> {
    await this.meet(note);
    if (panel(this.root, "meeting")?.hidden === false) this.say("met");
    else setTimeout(() => void this.keep());
  }

  /** It stays in its field; where it may help, it is tried again. */
  private trouble(what: Trouble, away: string, again: () => Promise<void>): void {
    this.say(what === "away" ? away : what);
    if (what !== "away") return;
    clearTimeout(this.timer);
    this.again = again;
    this.timer = setTimeout(() => this.retryNow(), wait(this.failures++));
  }

  private retryNow(): void {
    clearTimeout(this.timer);
    const { again } = this;
    this.again = undefined;
    void again?.();
  }

  private async remove(): Promise<void> {
    const answer = await remove(this.thing);
    if (answer === "away" || answer === "out") { this.say(answer === "out" ? "out" : "undeleted"); return; }
    [this.kept, this.edition] = [nothing(), 0];
    this.conflict.hide();
    this.fields.fill({});
    this.root.querySelector<HTMLDetailsElement>("details[data-note-there]")?.removeAttribute("open");
    this.arrange();
    this.say("deleted");
  }

  // ---- locking ------------------------------------------------------------------

  private async lockHere(): Promise<void> {
    if (this.isBehind) await this.keep();
    if (this.isBehind) return;
    await forget();
    this.others.postMessage("locked");
    await this.lock();
  }

  /** What is not kept yet is kept first; if that cannot be, it stays to be seen by whoever typed it. */
  private async lock(): Promise<void> {
    if (this.isBehind && this.key) await this.keep();
    this.key = undefined;
    if (this.isBehind) { this.arrange(); return; }
    this.clear();
    await this.load();
  }

  private clear(): void {
    [this.kept, this.edition, this.key] = [nothing(), 0, undefined];
    this.conflict.hide();
    this.beginning?.hide();
    this.opening.hide();
    this.fields.fill({});
    this.fields.read(nothing());
    this.say("");
    this.arrange();
  }

  private async lockIfIdle(): Promise<void> {
    if (this.key && Date.now() - this.usedAt > idle) { await forget(); await this.lock(); }
  }

  /** From the browser's memory of pages: it may have been locked meanwhile, or somebody signed out. */
  private async comeBack(): Promise<void> {
    if (!this.isBehind) this.clear();
    await this.load();
  }
}
