// A new way, chosen by whoever begins or wants a further one: [data-note-panel="passphrase"] with its form, and a button
// [data-note-choose] for a passkey. What is wrong is said there, and what was typed stays.
import type { Said } from "../said";
import { busily, empty, panel, reveals, typed, wrong } from "./panels";
import { ask, havePasskeys } from "./prf";
import type { Vault } from "./server";
import { freshSalt, isLongEnough, passphraseOf, type Secret } from "./vault";

export class Choosing {
  private vault: Vault | undefined;
  private chosen: ((secret: Secret) => Promise<void>) | undefined;

  constructor(private readonly root: HTMLElement, private readonly said: Said) {
    const button = root.querySelector<HTMLElement>("[data-note-choose]"), form = panel(root, "passphrase")?.querySelector("form");
    button?.addEventListener("click", () => void busily(button, () => this.touch()));
    form?.addEventListener("submit", event => {
      event.preventDefault();
      void busily(form, () => this.type(form));
    });
    if (form) reveals(form);
  }

  /** Of passkeys only those that are no way yet. */
  ask(vault: Vault, chosen: (secret: Secret) => Promise<void>): void {
    [this.vault, this.chosen] = [vault, chosen];
    for (const one of this.root.querySelectorAll<HTMLElement>("[data-note-passkeys]")) one.hidden = this.free.length === 0 || !havePasskeys();
  }

  empty(): void {
    this.chosen = undefined;
    for (const name of ["passphrase", "passkey"]) { const place = panel(this.root, name); if (place) empty(place); }
  }

  private get free() { return this.vault?.passkeys.filter(one => !this.vault?.ways.some(way => way.credential === one.credential)) ?? []; }

  private async touch(): Promise<void> {
    wrong(this.root, "choose", "");
    const answer = await ask(this.free.map(one => ({ credential: one.credential, salt: freshSalt() })));
    if (typeof answer === "string") wrong(this.root, "choose", this.said.text(answer));
    else await this.chosen?.({ kind: "Passkey", ...answer });
  }

  private async type(form: HTMLFormElement): Promise<void> {
    const text = passphraseOf(typed(form)?.value ?? "");
    wrong(form, "new-passphrase", isLongEnough(text) ? "" : this.said.text("short"));
    if (isLongEnough(text)) await this.chosen?.({ kind: "Passphrase", text });
  }
}
