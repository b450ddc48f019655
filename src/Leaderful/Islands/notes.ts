// <div data-note="thing" data-note-script="/notes.js?v=…">: what somebody writes for themselves alone. Locking and opening it is a
// file of its own, asked for where there is such a part; see notes/part.ts. The same for [data-note-ways], how they are opened.
import { all } from "./dom";
import { noteKeys } from "./offline/kept";

const opened = new WeakSet<HTMLElement>();

export function prepare(root: ParentNode): void {
  for (const part of all(root, "[data-note-script]")) {
    if (!part.isConnected || opened.has(part)) continue;
    opened.add(part);
    void begin(part);
  }
}

async function begin(part: HTMLElement): Promise<void> {
  for (const one of part.querySelectorAll<HTMLElement>("[data-note-without]")) one.hidden = true;
  try {
    const { open } = await import(part.dataset["noteScript"] ?? "") as { open(root: HTMLElement): void };
    open(part);
  } catch {
    for (const one of part.querySelectorAll<HTMLElement>("[data-note-failed]")) one.hidden = false;
  }
}

/** Where somebody is asked to sign in nobody is, and no key stays. */
export function start(): void {
  if (document.querySelector('form[action="/sign-in"]')) indexedDB.deleteDatabase(noteKeys);
}
