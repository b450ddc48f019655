// Where the others are in the text. Whatever another client says of itself, here it is a name and one of eight colours.
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import type { Awareness } from "y-protocols/awareness";

export interface Someone { name: string; colour: number; color: string }

export const colours = 8;
/** For clients of other makes, which know colours by number. */
const values = ["#12633f", "#9c2c4c", "#1f5a8c", "#6d5200", "#813c93", "#8a4311", "#146069", "#4d5a12"];

export const someone = (name: string, colour: number): Someone => ({ name, colour: hue(colour), color: values[hue(colour)]! });

export const hue = (colour: unknown) => Number.isInteger(colour) ? (((colour as number) % colours) + colours) % colours : 0;

export const nameOf = (user: unknown) => {
  const { name } = (user ?? {}) as { name?: unknown };
  return typeof name === "string" ? name.slice(0, 80) : "";
};

export const colourOf = (user: unknown) => hue((user as { colour?: unknown } | undefined)?.colour);

export const carets = (awareness: Awareness, me: Someone) => CollaborationCaret.configure({
  provider: { awareness },
  user: me,
  render: user => {
    const caret = document.createElement("span"), label = document.createElement("span");
    caret.className = "page-caret";
    caret.dataset["colour"] = String(colourOf(user));
    caret.ariaHidden = "true";
    label.className = "page-caret-name";
    label.textContent = nameOf(user);
    caret.append(label);
    return caret;
  },
  selectionRender: user => ({ class: "page-marked", "data-colour": String(colourOf(user)) }),
});
