// A picture is sent to the house first and stands in the page by its address there. What goes wrong is said in words, and
// the text is left as it is.
import type { Editor } from "@tiptap/core";
import { NodeSelection, type Transaction } from "@tiptap/pm/state";
import { isHere } from "./links";
import type { Said } from "../said";
import { below } from "./whole";

const onBelow = ({ tr }: { tr: Transaction }) => { below(tr); return true; };

const refusals: Record<number, string> = { 409: "picture-full", 413: "picture-large" };

export interface Pictures {
  choose(): void;
  take(files: Iterable<File>, at?: number): boolean;
}

export function pictures(root: HTMLElement, editor: () => Editor | undefined, words: Said): Pictures {
  const { pageFiles: address } = root.dataset;
  const field = root.querySelector<HTMLInputElement>("[data-page-picture]"), problem = root.querySelector<HTMLElement>("[data-page-problem]");
  const say = (name: string, of = "") => { if (problem) problem.textContent = name === "" ? "" : words.text(name, { name: of }); };

  async function send(file: File, at: number | undefined): Promise<void> {
    say("picture-sending", file.name);
    const body = new FormData();
    body.append("file", file);
    try {
      const answer = await fetch(address ?? "", { method: "POST", body, headers: { accept: "application/json" }, credentials: "same-origin", redirect: "error" });
      if (!answer.ok) { say(refusals[answer.status] ?? "picture-refused", file.name); return; }
      const { src, alt } = await answer.json() as { src?: unknown; alt?: unknown };
      if (!isHere(src)) { say("picture-refused", file.name); return; }
      const picture = { type: "image", attrs: { src, alt: typeof alt === "string" ? alt : "" } };
      const { selection, doc } = editor()!.state;
      // What is chosen as a whole stays; the picture comes behind it.
      const place = at ?? (selection instanceof NodeSelection ? selection.to : undefined);
      if (place === undefined) editor()?.chain().focus().insertContent(picture).command(onBelow).run();
      else editor()?.chain().focus().insertContentAt(Math.min(place, doc.content.size), picture).command(onBelow).run();
      say("");
    } catch { say(navigator.onLine ? "picture-refused" : "picture-away", file.name); }
  }

  const take = (files: Iterable<File>, at?: number): boolean => {
    const chosen = [...files].filter(file => file.type.startsWith("image/"));
    if (chosen.length === 0) return false;
    if (address === undefined) say("picture-refused", chosen[0]!.name);
    else void (async () => { for (const file of chosen) await send(file, at); })();
    return true;
  };

  field?.addEventListener("change", () => {
    take(field.files ?? []);
    field.value = "";
  });
  return { choose: () => { field?.click(); }, take };
}
