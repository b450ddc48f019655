// [data-note-panel="locked"]: the ways somebody has, and opening by one of them. [data-note-way] is shown where there is such a
// way, [data-note-with] is the button or form of it.
import type { Said } from "../said";
import { fromBase64 } from "../bytes";
import { readCode } from "./code";
import { busily, empty, panel, reveals, show, typed, wrong } from "./panels";
import { ask, havePasskeys } from "./prf";
import type { StoredWay, Vault } from "./server";
import { unlock, type Raw, type Secret } from "./vault";

export class Opening {
  private readonly place: HTMLElement;
  private vault: Vault | undefined;
  private opened: ((raw: Raw) => void) | undefined;

  constructor(root: HTMLElement, private readonly said: Said) {
    this.place = panel(root, "locked")!;
    reveals(this.place);
    this.place.addEventListener("submit", event => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      void busily(form, () => this.type(form));
    });
    const button = this.place.querySelector<HTMLElement>('button[data-note-with="Passkey"]');
    button?.addEventListener("click", () => void busily(button, () => this.touch()));
  }

  ask(vault: Vault, opened: (raw: Raw) => void): void {
    [this.vault, this.opened] = [vault, opened];
    for (const one of this.place.querySelectorAll<HTMLElement>("[data-note-way]")) one.hidden = !this.ways(one.dataset["noteWay"] as Secret["kind"]).length;
    if (vault.ways.every(way => way.kind === "Recovery")) this.place.querySelector("details")?.setAttribute("open", "");
    show(this.place, true);
  }

  hide(): void {
    this.opened = undefined;
    empty(this.place);
    show(this.place, false);
  }

  private ways(kind: Secret["kind"]): StoredWay[] {
    const found = this.vault?.ways.filter(way => way.kind === kind) ?? [];
    return kind === "Passkey" ? found.filter(way => way.credential !== null && havePasskeys()) : found;
  }

  private async touch(): Promise<void> {
    wrong(this.place, "Passkey", "");
    const ways = this.ways("Passkey");
    const answer = await ask(ways.map(way => ({ credential: way.credential!, salt: fromBase64(way.salt) })));
    if (typeof answer === "string") { wrong(this.place, "Passkey", this.said.text(answer)); return; }
    const way = ways.find(one => one.credential === answer.credential);
    await this.turn(way, { kind: "Passkey", ...answer }, "unable");
  }

  private async type(form: HTMLFormElement): Promise<void> {
    const kind = form.dataset["noteWith"], text = typed(form)?.value ?? "";
    if (kind === "Passphrase") await this.turn(this.ways(kind)[0], { kind, text }, "wrong-passphrase");
    if (kind !== "Recovery") return;
    const code = readCode(text);
    if (code) await this.turn(this.ways(kind)[0], { kind, code }, "wrong-code");
    else wrong(this.place, kind, this.said.text("wrong-code"));
  }

  private async turn(way: StoredWay | undefined, secret: Secret, otherwise: string): Promise<void> {
    wrong(this.place, secret.kind, "");
    const { vault, opened } = this;
    const raw = way && vault?.mark ? await unlock(way, secret, vault.person, vault.mark) : undefined;
    if (!raw) { wrong(this.place, secret.kind, this.said.text(otherwise)); return; }
    this.hide();
    opened?.(raw);
  }
}
