// What this device keeps for the hours without a network, and that it goes with whoever signs out. The other half is
// offline/worker.ts, which answers while there is none.
//
//   <form action="/sign-out" data-unsent='{"one":"…","other":"…"}'>: where something waits to be sent, [data-unsent-said] in it says
//   so first, and the second press means it.
//   <ul data-kept-pages hidden>: a list of the pages kept here.
import { all } from "./dom";
import { channel, forgetAll, forgetting, listed, listedUnder, mustForget, unkept, unsent, type Wish } from "./offline/kept";
import { worker } from "./trusted";

/** The worker fetches the page and its files, so that it opens without a network from the first visit on. */
export async function keepPage(person: string): Promise<void> {
  if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return;
  try {
    await navigator.serviceWorker.register(worker());
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: location.pathname, person } satisfies Wish);
  } catch { /* a window that keeps nothing: the page is whole without it */ }
}

const asked = new WeakSet<HTMLFormElement>();

function leaving(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.getAttribute("action") !== "/sign-out") return;
  const waiting = [...listedUnder(unsent), ...listedUnder(unkept), ...listed().filter(([, kept]) => kept.count > 0)], place = form.querySelector<HTMLElement>("[data-unsent-said]");
  if (waiting.length > 0 && place && !asked.has(form)) {
    event.preventDefault();
    asked.add(form);
    say(place, form.dataset["unsent"], waiting.map(([, kept]) => kept));
    return;
  }
  new BroadcastChannel(channel).postMessage("forget");
  forgetting();
  void forgetAll();
}

function say(place: HTMLElement, forms: string | undefined, waiting: { title: string; address: string }[]): void {
  const said = JSON.parse(forms ?? "{}") as Record<string, string>;
  const rule = new Intl.PluralRules(document.documentElement.lang || "en").select(waiting.length);
  const words = document.createElement("p"), list = document.createElement("ul");
  words.textContent = (said[rule] ?? said["other"] ?? "").replaceAll("{n}", String(waiting.length));
  list.append(...links(waiting));
  place.replaceChildren(words, list);
  place.hidden = false;
}

const links = (pages: { title: string; address: string }[]) => pages.map(({ title, address }) => {
  const item = document.createElement("li"), link = document.createElement("a");
  link.href = address.startsWith("/") && !address.startsWith("//") ? address : "/";
  link.textContent = title || address;
  item.append(link);
  return item;
});

export function prepare(root: ParentNode): void {
  for (const list of all(root, "[data-kept-pages]")) {
    const pages = listed().map(([, kept]) => kept);
    list.replaceChildren(...links(pages));
    for (const one of all(list.parentElement ?? list, "[data-kept-pages], [data-kept-some]")) one.hidden = pages.length === 0;
  }
}

export function start(): void {
  document.addEventListener("submit", leaving);
  // The page may have gone before everything was.
  if (mustForget()) void forgetAll();
}
