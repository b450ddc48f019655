// Where the texts of the document stand in the editor, and the places in them that hold however much is written around.
import * as Y from "yjs";
import { fromBase64, toAddress } from "../bytes";

export interface Placed { text: Y.XmlText; from: number }

const leaves = new Set(["horizontalRule", "hardBreak", "image", "mention", "thing"]);

export function texts(fragment: Y.XmlFragment): Placed[] {
  const found: Placed[] = [];
  const walk = (parent: Y.XmlFragment | Y.XmlElement, from: number): number => {
    let at = from;
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) {
        found.push({ text: child, from: at });
        at += child.length;
      } else if (child instanceof Y.XmlElement) {
        at = leaves.has(child.nodeName) ? at + 1 : walk(child, at + 1) + 1;
      }
    }
    return at;
  };
  walk(fragment, 0);
  return found;
}

/** Holds on to what follows at the beginning of words, and to what goes before at their end. */
export function hold(fragment: Y.XmlFragment, from: number, to: number): { from: string; to: string } | undefined {
  const all = texts(fragment);
  const first = all.find(({ text, from: at }) => at + text.length > from), last = all.findLast(({ from: at }) => at < to);
  if (!first || !last) return undefined;
  const start = Y.createRelativePositionFromTypeIndex(first.text, Math.max(0, from - first.from), 0);
  const end = Y.createRelativePositionFromTypeIndex(last.text, Math.min(last.text.length, to - last.from), -1);
  return { from: toAddress(Y.encodeRelativePosition(start)), to: toAddress(Y.encodeRelativePosition(end)) };
}

/** Where the words are now; nowhere, once they are gone. */
export function find(doc: Y.Doc, all: Placed[], from: string, to: string): { from: number; to: number } | undefined {
  const start = at(doc, all, from), end = at(doc, all, to);
  return start !== undefined && end !== undefined && end > start ? { from: start, to: end } : undefined;
}

function at(doc: Y.Doc, all: Placed[], place: string): number | undefined {
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(place)), doc);
    const within = found && all.find(({ text }) => text === found.type);
    return found && within ? within.from + found.index : undefined;
  } catch { return undefined; }
}
