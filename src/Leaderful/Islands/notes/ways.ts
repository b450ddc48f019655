// [data-note-ways], the page of somebody's ways to their notes: a further one is locked by, or another passphrase or code. For
// that the key itself is needed, which is nowhere in this browser; so it is opened once more, used, and wiped.
import { Said } from "../said";
import { Choosing } from "./choosing";
import { makeCode } from "./code";
import { CodePanel } from "./code-panel";
import { forget, tabs } from "./keeping";
import { Opening } from "./opening";
import { panel, show } from "./panels";
import { addWay, vault, type Vault } from "./server";
import { lock, wipe, type Raw, type Secret } from "./vault";

const page = "/me/notes";

export class Ways {
  private readonly said: Said;
  private readonly opening: Opening;
  private readonly choosing: Choosing;
  private readonly code: CodePanel;
  private raw: Raw | undefined;

  constructor(private readonly root: HTMLElement) {
    this.said = new Said(root);
    this.opening = new Opening(root, this.said);
    this.choosing = new Choosing(root, this.said);
    this.code = new CodePanel(root, this.said);
    for (const one of root.querySelectorAll<HTMLElement>("[data-note-do]")) {
      one.hidden = false;
      one.addEventListener("click", () => void this.open(one.dataset["noteDo"]!));
    }
    for (const one of root.querySelectorAll("[data-note-not-now]")) one.addEventListener("click", () => this.close());
    root.querySelector<HTMLElement>("[data-note-lock]")?.addEventListener("click", () => void this.lockHere());
    addEventListener("pagehide", () => this.close());
  }

  private async open(what: string): Promise<void> {
    this.close();
    const found = await vault();
    if (typeof found === "string") { this.say(found === "out" ? "out" : "unread"); return; }
    this.say("");
    this.opening.ask(found, raw => { this.raw = raw; this.go(what, found, raw); });
  }

  private go(what: string, found: Vault, raw: Raw): void {
    if (what !== "code") {
      this.choosing.ask(found, secret => this.send(found, raw, secret));
      show(panel(this.root, what), true);
      return;
    }
    const code = makeCode();
    this.code.ask(code, () => this.send(found, raw, { kind: "Recovery", code }));
  }

  private async send(found: Vault, raw: Raw, secret: Secret): Promise<void> {
    const answer = await addWay(raw.mark, await lock(raw, secret, found.person));
    if (answer === "done") { this.close(); location.assign(page); return; }
    this.say(answer === "taken" ? "changed" : answer === "out" ? "out" : "not-begun");
  }

  private close(): void {
    if (this.raw) wipe(this.raw);
    this.raw = undefined;
    this.opening.hide();
    this.choosing.empty();
    this.code.hide();
    for (const name of ["passphrase", "passkey"]) show(panel(this.root, name), false);
  }

  private async lockHere(): Promise<void> {
    await forget();
    new BroadcastChannel(tabs).postMessage("locked");
    this.say("locked-here");
  }

  private say(what: string): void {
    this.root.querySelector("[data-note-state]")!.textContent = what === "" ? "" : this.said.text(what);
  }
}
