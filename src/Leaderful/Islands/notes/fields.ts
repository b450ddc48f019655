// The fields of a note, and whatever else on the page shows one: <p data-note-shown="name" data-note-of="thing">; without
// data-note-of it is of whichever note there is.
import { all } from "../dom";
import type { Note } from "./envelope";
import type { Texts } from "./merging";

export class Fields {
  readonly form: HTMLFormElement | null;
  private readonly all: HTMLTextAreaElement[];

  constructor(private readonly root: HTMLElement, private readonly thing: string) {
    this.form = root.querySelector<HTMLFormElement>("form[data-note-fields]");
    this.all = this.form ? all<HTMLTextAreaElement>(this.form, "[data-note-field]") : [];
  }

  get texts(): Texts { return Object.fromEntries(this.all.map(field => [field.dataset["noteField"]!, field.value])); }

  get labels(): Texts { return Object.fromEntries(this.all.map(field => [field.dataset["noteField"]!, this.label(field.dataset["noteField"]!)])); }

  focus(): void { this.all[0]?.focus(); }

  label(name: string): string {
    const field = this.all.find(one => one.dataset["noteField"] === name);
    return field?.labels?.[0]?.textContent?.trim() ?? name;
  }

  fill(texts: Texts): void {
    for (const field of this.all) {
      const text = texts[field.dataset["noteField"]!] ?? "";
      if (field.value !== text) field.value = text;
    }
    this.draw(texts);
  }

  /** Everywhere else on the page. */
  draw(texts: Texts): void {
    for (const place of all(document, "[data-note-shown]"))
      if ((place.dataset["noteOf"] ?? this.thing) === this.thing) place.textContent = texts[place.dataset["noteShown"]!] ?? "";
  }

  /** Where a note is only read, under the words its fields had when it was written. */
  read(note: Note): void {
    const list = this.root.querySelector("[data-note-read]");
    list?.replaceChildren(...Object.entries(note.texts).filter(([, text]) => text.trim() !== "").flatMap(([name, text]) => {
      const [term, said] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = note.labels[name] ?? name;
      said.textContent = text;
      term.dir = said.dir = "auto";
      return [term, said];
    }));
  }
}
