// Bundled apart (notes.js): only pages on which somebody writes for themselves ask for it.
import { Part } from "./part";
import { Ways } from "./ways";

export function open(root: HTMLElement): void {
  if (root.hasAttribute("data-note-ways")) new Ways(root);
  else new Part(root);
}
