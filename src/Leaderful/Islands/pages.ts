// <div data-page="id" data-page-script="/pages.js?v=…">: a live page. Its editor is a file of its own, asked for when such a
// page is shown; the page is kept on this device so that it opens again without a network.
import { all } from "./dom";
import { keepPage } from "./offline";

const opened = new WeakSet<HTMLElement>();

export function prepare(root: ParentNode): void {
  for (const page of all(root, "[data-page][data-page-script]")) {
    if (!page.isConnected || opened.has(page)) continue;
    opened.add(page);
    void begin(page);
  }
}

async function begin(page: HTMLElement): Promise<void> {
  const { open } = await import(page.dataset["pageScript"] ?? "") as { open(root: HTMLElement): Promise<void> };
  await open(page);
  await keepPage(page.dataset["pagePerson"] ?? "");
}
