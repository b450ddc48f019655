// <button type="button" data-copy="https://…" data-copied="Copied" data-share="Name of it" hidden>: the share sheet on a
// device one touches (if data-share is given), else the clipboard.
import { all } from "./dom";
import { say } from "./toast";

const sharing = (button: HTMLElement) =>
  button.dataset["share"] !== undefined && "share" in navigator && matchMedia("(pointer: coarse)").matches;

export function prepare(root: ParentNode): void {
  for (const button of all(root, "button[data-copy]"))
    button.hidden = !("clipboard" in navigator) && !sharing(button);
}

export function start(): void {
  document.addEventListener("click", async event => {
    const button = (event.target as Element).closest<HTMLElement>("button[data-copy]");
    if (!button) return;
    const address = button.dataset["copy"] ?? "";
    try {
      if (sharing(button)) await navigator.share({ title: button.dataset["share"] ?? "", url: address });
      else {
        await navigator.clipboard.writeText(address);
        if (button.dataset["copied"]) say(button.dataset["copied"]);
      }
    } catch { /* the sheet was closed, or the clipboard refused: the address stands beside the button */ }
  });
}
