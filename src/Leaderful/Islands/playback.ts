// The life of a page under a thumb: <input type="range" data-playback-slider> in a form that asks for a step. Moving it shows
// each step at once in the [data-playback-step] parts of the page, without leaving it; the form works without.
import { all } from "./dom";
import { fragment } from "./trusted";

const PAUSE = 80;

let waiting: ReturnType<typeof setTimeout> | undefined;
let asked: AbortController | undefined;

async function show(form: HTMLFormElement, step: string): Promise<void> {
  asked?.abort();
  const own = asked = new AbortController();
  const address = new URL(form.action);
  address.searchParams.set("step", step);
  try {
    const answer = await fetch(address, { credentials: "same-origin", signal: own.signal });
    if (!answer.ok) return;
    const parts = all(fragment(await answer.text()), "[data-playback-step]");
    if (own.signal.aborted) return;
    for (const part of parts) document.getElementById(part.id)?.replaceWith(part);
    history.replaceState(history.state, "", address);
  } catch {
    // Whoever moves on has asked for something else already; without a network it stays where it is.
  }
}

export function start(): void {
  document.addEventListener("input", event => {
    const slider = event.target as HTMLInputElement;
    if (!slider.matches("[data-playback-slider]") || !slider.form) return;
    const { form } = slider;
    clearTimeout(waiting);
    waiting = setTimeout(() => void show(form, slider.value), PAUSE);
  });
}
