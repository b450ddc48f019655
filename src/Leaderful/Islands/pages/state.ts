// The line that says how it stands with what was written, in plain words; what changes the situation is also said aloud.
import type { Said } from "../said";

export interface Standing {
  isOpen: boolean;
  isSynced: boolean;
  isShown: boolean;
  isWritable: boolean;
  hasCopy: boolean;
  count: number;
  end?: "lost" | "gone" | undefined;
}

export type Situation = "lost" | "gone" | "connecting" | "away" | "waits" | "saving" | "saved" | "reading" | "reading-away" | "refused";

export function situation({ isOpen, isSynced, isShown, isWritable, count, end }: Standing): Situation {
  if (end) return end;
  if (!isWritable && count > 0) return "refused";
  if (!isWritable && isShown) return isSynced ? "reading" : "reading-away";
  if (isOpen && isSynced) return count > 0 ? "saving" : "saved";
  if (count > 0) return "waits";
  return isShown ? "away" : "connecting";
}

/** What need not be said aloud: it comes and goes with every word. */
const quiet: Situation[] = ["saving", "saved", "connecting", "reading"];
const patience = 4000;

export class StateLine {
  private now: Situation | undefined;
  private loud: Situation | undefined;
  private said: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private first: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly line: HTMLElement, private readonly words: Said, private readonly aloud: (text: string) => void) {}

  show(standing: Standing): void {
    const next = situation(standing);
    // A page that opens from its copy is not "without a network" while it is still looking for one.
    if ((next === "away" || next === "reading-away") && (this.now === undefined || this.now === "connecting")) {
      this.first ??= setTimeout(() => { this.set(next, standing); }, patience);
      this.write(this.words.text("connecting"), "connecting");
      return;
    }
    if (next !== "connecting") clearTimeout(this.first);
    this.set(next, standing);
  }

  private set(next: Situation, standing: Standing): void {
    const text = next === "waits" ? this.words.count("waits", standing.count) + (standing.hasCopy ? "" : ` ${this.words.text("unkept")}`)
      : this.words.text(next);
    this.now = next;
    this.write(text, next);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.speak(next, text); }, 1000);
  }

  private write(text: string, next: Situation): void {
    this.line.dataset["situation"] = next;
    if (this.line.textContent !== text) this.line.textContent = text;
  }

  private speak(next: Situation, text: string): void {
    const isLoud = !quiet.includes(next), wasLoud = this.loud !== undefined;
    if ((isLoud && next !== this.loud) || (!isLoud && wasLoud && next !== "saving" && text !== this.said)) {
      this.aloud(text);
      this.said = text;
    }
    if (next !== "saving") this.loud = isLoud ? next : undefined;
  }
}
