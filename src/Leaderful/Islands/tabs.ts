// <nav class="tabs"><a aria-current="page">: of a row that runs off a narrow page the chosen one is in view.
import { all } from "./dom";

export function prepare(root: ParentNode): void {
  for (const tab of all(root, ".tabs > [aria-current]")) {
    const row = tab.parentElement;
    if (!row || row.scrollWidth <= row.clientWidth) continue;
    const [at, around] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
    row.scrollLeft += at.left - around.left - (around.width - at.width) / 2;
  }
}
