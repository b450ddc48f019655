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

/** Of two people who would have the same colour on a page, whoever is met later has the next that is free. */
export class Hands {
  private readonly given = new Map<string, number>();

  of(user: unknown): number {
    const name = nameOf(user), colour = colourOf(user), key = `${name}:${colour}`;
    let mine = this.given.get(key);
    if (mine === undefined) {
      const taken = new Set(this.given.values());
      mine = colour;
      for (let n = 0; n < colours && taken.has(mine); n++) mine = hue(mine + 1);
      this.given.set(key, mine);
    }
    return mine;
  }
}

export const carets = (awareness: Awareness, me: Someone, hands: Hands) => CollaborationCaret.configure({
  provider: { awareness },
  user: me,
  render: user => {
    const caret = document.createElement("span"), label = document.createElement("span");
    caret.className = "page-caret";
    caret.dataset["colour"] = String(hands.of(user));
    caret.ariaHidden = "true";
    label.className = "page-caret-name";
    label.textContent = nameOf(user);
    caret.append(label);
    // At the end of a line the name lies before it.
    requestAnimationFrame(() => {
      const field = caret.closest(".page-field");
      if (field && label.getBoundingClientRect().right > field.getBoundingClientRect().right) caret.classList.add("back");
    });
    return caret;
  },
  selectionRender: user => ({ class: "page-marked", "data-colour": String(hands.of(user)) }),
});
