// [data-note-panel="code"]: the recovery code, shown once, to be copied or printed, and confirmed by a tick before anything is
// locked by it.
import type { Said } from "../said";
import { busily, empty, panel, show, wrong } from "./panels";

export class CodePanel {
  private readonly place: HTMLElement;
  private kept: (() => Promise<void>) | undefined;

  constructor(root: HTMLElement, private readonly said: Said) {
    this.place = panel(root, "code")!;
    const form = this.place.querySelector("form")!;
    form.addEventListener("submit", event => {
      event.preventDefault();
      const isTicked = form.querySelector<HTMLInputElement>("input[type=checkbox]")?.checked ?? false;
      wrong(this.place, "code", isTicked ? "" : this.said.text("tick"));
      if (isTicked && this.kept) void busily(form, this.kept);
    });
    this.place.querySelector("[data-note-print]")?.addEventListener("click", () => this.print());
  }

  ask(code: string, kept: () => Promise<void>): void {
    this.kept = kept;
    for (const one of this.place.querySelectorAll("[data-note-code]")) one.textContent = code;
    this.place.querySelector<HTMLElement>("[data-copy]")!.dataset["copy"] = code;
    show(this.place, true);
  }

  wrong(words: string): void { wrong(this.place, "code", words); }

  hide(): void {
    this.kept = undefined;
    for (const one of this.place.querySelectorAll("[data-note-code]")) one.textContent = "";
    this.place.querySelector<HTMLElement>("[data-copy]")!.dataset["copy"] = "";
    empty(this.place);
    show(this.place, false);
  }

  /** Only the code goes on paper. */
  private print(): void {
    document.body.setAttribute("data-note-printing", "");
    print();
    document.body.removeAttribute("data-note-printing");
  }
}
