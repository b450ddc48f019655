// The address of a link, and the words for a picture: each a line beside the text, which Enter keeps and Escape leaves.
import type { Editor } from "@tiptap/core";
import { apart } from "./follow";
import { isAddress, meant } from "./links";

/** A line with one field, shown in place of nothing; the focus goes there and comes back to the text. */
abstract class Line {
  protected readonly field: HTMLInputElement;
  private readonly wrong: HTMLElement | null;

  constructor(private readonly line: HTMLElement, protected readonly editor: Editor) {
    this.field = line.querySelector<HTMLInputElement>("input")!;
    this.wrong = line.querySelector(".wrong");
    line.addEventListener("keydown", event => {
      if (event.key === "Escape") this.close();
      else if (event.key === "Enter" && event.target === this.field) this.keep();
      else return;
      event.preventDefault();
    });
    line.addEventListener("click", event => {
      const act = (event.target as Element).closest<HTMLElement>("[data-line]")?.dataset["line"];
      if (act === "keep") this.keep();
      else if (act === "remove") this.remove();
      else if (act === "close") this.close();
      else if (act === "follow" && isAddress(this.field.value)) apart(this.field.value);
    });
  }

  protected open(value: string, isThere: boolean): void {
    this.refuse(false);
    this.field.value = value;
    for (const one of this.line.querySelectorAll<HTMLElement>("[data-line=remove], [data-line=follow]")) one.hidden = !isThere;
    this.line.hidden = false;
    this.field.focus();
    this.field.select();
  }

  protected refuse(isWrong: boolean): void {
    if (this.wrong) this.wrong.hidden = !isWrong;
    if (isWrong) { this.field.ariaInvalid = "true"; this.field.focus(); } else this.field.removeAttribute("aria-invalid");
  }

  protected close(): void {
    this.line.hidden = true;
    this.editor.view.focus();
  }

  protected abstract keep(): void;
  protected abstract remove(): void;
}

export class LinkLine extends Line {
  press(): void {
    const { href } = this.editor.getAttributes("link") as { href?: string };
    this.open(href ?? "", href !== undefined);
  }

  protected keep(): void {
    if (this.field.value.trim() === "") { this.remove(); return; }
    const href = meant(this.field.value);
    if (!href) { this.refuse(true); return; }
    const { editor } = this, { empty } = editor.state.selection;
    this.close();
    if (empty && !editor.isActive("link"))
      editor.chain().focus().insertContent([{ type: "text", text: href.replace(/^(https?:\/\/|mailto:)/, ""), marks: [{ type: "link", attrs: { href } }] }, { type: "text", text: " " }]).run();
    else editor.chain().focus().extendMarkRange("link").setLink({ href }).run();
  }

  protected remove(): void {
    this.close();
    this.editor.chain().focus().extendMarkRange("link").unsetLink().run();
  }
}

export class PictureLine extends Line {
  press(): void { this.open(String(this.editor.getAttributes("image")["alt"] ?? ""), false); }

  protected keep(): void {
    const alt = this.field.value.trim();
    this.close();
    this.editor.chain().focus().updateAttributes("image", { alt }).run();
  }

  protected remove(): void { this.close(); }
}
