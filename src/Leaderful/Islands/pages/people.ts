// Who has the page open besides me: initials in a ring with a name for the ear, said aloud as they come and go.
import type { Awareness } from "y-protocols/awareness";
import { colourOf, nameOf, type Hands } from "./carets";
import type { Said } from "../said";

const settle = 1500;

const initials = (name: string) => {
  const words = name.split(/\s+/).filter(Boolean);
  const first = (word: string | undefined) => [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(word ?? "")][0]?.segment ?? "";
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : "")).toLocaleUpperCase() || "·";
};

const turn = (name: string) => `${[...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 360, 7)}deg`;

export class People {
  private said = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly list: HTMLElement, private readonly awareness: Awareness, private readonly words: Said, private readonly hands: Hands, private readonly aloud: (text: string) => void) {
    awareness.on("change", this.show);
  }

  /** The same person in two windows is one. */
  private here(): Map<string, { name: string; colour: number }> {
    const found = new Map<string, { name: string; colour: number }>();
    for (const [client, state] of this.awareness.getStates()) {
      const { user } = state as { user?: unknown }, name = nameOf(user);
      if (client !== this.awareness.clientID && name) found.set(`${name}:${colourOf(user)}`, { name, colour: this.hands.of(user) });
    }
    return found;
  }

  private readonly show = (): void => {
    const here = this.here();
    const known = new Map([...this.list.children].map(one => [(one as HTMLElement).dataset["who"] ?? "", one]));
    for (const [key, one] of known) if (!here.has(key)) one.remove();
    for (const [key, { name, colour }] of here) if (!known.has(key)) this.list.append(this.one(key, name, colour));
    this.list.hidden = here.size === 0;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.tell(new Map([...here].map(([key, { name }]) => [key, name]))); }, settle);
  };

  private one(key: string, name: string, colour: number): HTMLElement {
    const item = document.createElement("li"), ring = document.createElement("span"), words = document.createElement("span");
    item.dataset["who"] = key;
    item.title = name;
    ring.className = "who s";
    ring.dataset["colour"] = String(colour);
    ring.style.setProperty("--turn", turn(name));
    ring.ariaHidden = "true";
    ring.textContent = initials(name);
    words.className = "vh";
    words.textContent = name;
    item.append(ring, words);
    return item;
  }

  private tell(now: Map<string, string>): void {
    for (const [key, name] of now) if (!this.said.has(key)) this.aloud(this.words.text("came", { name }));
    for (const [key, name] of this.said) if (!now.has(key)) this.aloud(this.words.text("left", { name }));
    this.said = now;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.awareness.off("change", this.show);
  }
}
