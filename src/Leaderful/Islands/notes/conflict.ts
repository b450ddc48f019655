// [data-note-panel="meeting"]: the same field was changed here and on another device. Both are shown, and whoever wrote them chooses.
import type { Fields } from "./fields";
import { together, type Texts } from "./merging";
import { panel, show } from "./panels";

export class Conflict {
  private readonly place: HTMLElement | null;
  private chosen: ((texts: Texts) => void) | undefined;
  private texts: { mine: Texts; theirs: Texts; both: string[] } = { mine: {}, theirs: {}, both: [] };

  constructor(root: HTMLElement, private readonly fields: Fields) {
    this.place = panel(root, "meeting");
    this.place?.addEventListener("click", event => {
      const take = (event.target as Element).closest<HTMLElement>("[data-note-take]")?.dataset["noteTake"];
      if (take) this.choose(take);
    });
  }

  ask(theirs: Texts, both: string[], chosen: (texts: Texts) => void): void {
    this.texts = { mine: this.fields.texts, theirs, both };
    this.chosen = chosen;
    this.place?.querySelector("[data-note-theirs]")?.replaceChildren(...both.flatMap(name => {
      const [term, said] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = this.fields.label(name);
      said.textContent = theirs[name] ?? "";
      said.dir = "auto";
      return [term, said];
    }));
    show(this.place, true);
  }

  hide(): void {
    this.chosen = undefined;
    this.place?.querySelector("[data-note-theirs]")?.replaceChildren();
    show(this.place, false);
  }

  /** What was typed on since it was asked counts. */
  private choose(take: string): void {
    const { theirs, both } = this.texts, texts = { ...this.fields.texts }, { chosen } = this;
    for (const name of both) {
      const [mine, other] = [texts[name] ?? "", theirs[name] ?? ""];
      texts[name] = take === "mine" ? mine : take === "theirs" ? other : together(mine, other);
    }
    this.hide();
    chosen?.(texts);
  }
}
