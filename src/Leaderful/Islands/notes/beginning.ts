// [data-note-panel="beginning"]: the first note is to be kept, and there is no key yet. One way is chosen, then the recovery code
// shown; only when both are there does the server hear of it, so that nothing is ever half begun.
import type { Said } from "../said";
import { Choosing } from "./choosing";
import { makeCode } from "./code";
import { CodePanel } from "./code-panel";
import { panel, show } from "./panels";
import { begin, type Vault } from "./server";
import { lock, makeKey, wipe, type Raw, type Secret, type Way } from "./vault";

export class Beginning {
  private readonly place: HTMLElement;
  private readonly choosing: Choosing;
  private readonly code: CodePanel;
  private raw: Raw | undefined;

  constructor(root: HTMLElement, private readonly said: Said) {
    this.place = panel(root, "beginning")!;
    this.choosing = new Choosing(this.place, said);
    this.code = new CodePanel(root, said);
    for (const one of root.querySelectorAll("[data-note-not-now]")) one.addEventListener("click", () => this.hide());
  }

  /** `done` gets the key with the mark it begins under; "taken" says that another device was first. */
  ask(vault: Vault, done: (raw: Raw | "taken") => Promise<void>): void {
    this.choosing.ask(vault, secret => this.show(vault, secret, done));
    show(this.place, true);
  }

  hide(): void {
    if (this.raw) wipe(this.raw);
    this.raw = undefined;
    this.choosing.empty();
    this.code.hide();
    show(this.place, false);
  }

  private async show(vault: Vault, secret: Secret, done: (raw: Raw | "taken") => Promise<void>): Promise<void> {
    const raw = this.raw = makeKey(), code = makeCode();
    const ways = [await lock(raw, secret, vault.person), await lock(raw, { kind: "Recovery", code }, vault.person)];
    this.code.ask(code, () => this.send(raw, ways, done));
    show(this.place, false);
  }

  private async send(raw: Raw, ways: Way[], done: (raw: Raw | "taken") => Promise<void>): Promise<void> {
    const answer = await begin(raw.mark, ways);
    if (answer !== "done" && answer !== "taken") { this.code.wrong(this.said.text(answer === "out" ? "out" : "not-begun")); return; }
    await done(answer === "taken" ? answer : raw);
    this.hide();
  }
}
