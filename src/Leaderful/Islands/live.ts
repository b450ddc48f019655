// One event stream for all the tabs of a browser that are read under one name (six would block HTTP/1.1). The tab that holds the lock listens for
// all of them and passes on what it hears; each tab keeps its own version of each stream it shows.
//
//   <ol id="posts" data-live="<signed name>" data-version="12">
//
//   event: change   data: {"stream":"<signed name>","version":13,"html":"<li id=… data-into=\"posts\" data-order=\"13\">…"}
//   event: ended    data: signed-out | anything else
//
// html holds elements with ids. Known: morphed. New: put into #data-into by the number in data-order; its data-announce
// is read aloud, politely. With data-gone: taken out. The address is /live?s=<name>@<version>&s=…; the server begins with
// what came after that version. [data-away][hidden] is shown when the stream has been gone for ten seconds.
import { wait } from "./backoff";
import { apply } from "./morph";

export interface Change { stream: string; version: number; html: string }
export type Versions = Record<string, number>;
type Message =
  | { kind: "want"; tab: string; versions: Versions }
  | { kind: "gone"; tab: string }
  | { kind: "ask" }
  | { kind: "beat"; open: boolean }
  | { kind: "change"; change: Change }
  | { kind: "ended"; reason: string };

/** What all tabs want; where they differ, from the oldest version, since each tab skips what it has. */
export function union(tabs: Iterable<Versions>): Versions {
  const all: Versions = {};
  for (const versions of tabs)
    for (const [stream, version] of Object.entries(versions))
      all[stream] = Math.min(all[stream] ?? Infinity, version);
  return all;
}

export function address(versions: Versions): string {
  const query = new URLSearchParams();
  for (const stream of Object.keys(versions).sort()) query.append("s", `${stream}@${versions[stream]}`);
  return `/live?${query}`;
}

// Who reads a page is on its root: a member and a guest of a room in one browser are two, and each stream has the eyes of one.
const lockName = `leaderful-live:${document.documentElement.dataset["reader"] ?? ""}`;
const beat = 15_000, silence = 40_000, patience = 10_000;

export function start(): void {
  if (!("EventSource" in window)) return;
  const me = typeof crypto.randomUUID === "function" ? crypto.randomUUID() : String(Math.random());
  const mine: Versions = {};
  const shared = "locks" in navigator && "BroadcastChannel" in window;
  const channel = shared ? new BroadcastChannel(lockName) : undefined;
  let heard = Date.now(), ended = false;

  // ---- every tab -------------------------------------------------------

  /** The page is the truth about what it shows; a stream that left it is no longer wanted. */
  function look(): boolean {
    const before = JSON.stringify(Object.keys(mine).sort());
    const shown = new Set<string>();
    for (const element of document.querySelectorAll<HTMLElement>("[data-live]")) {
      const stream = element.dataset["live"];
      if (!stream) continue;
      shown.add(stream);
      mine[stream] = Math.max(mine[stream] ?? 0, Number(element.dataset["version"] ?? 0) || 0);
    }
    for (const stream of Object.keys(mine)) if (!shown.has(stream)) delete mine[stream];
    return before !== JSON.stringify(Object.keys(mine).sort());
  }

  function take(change: Change): void {
    const have = mine[change.stream];
    if (have === undefined || change.version <= have) return;
    mine[change.stream] = change.version;
    announce(apply(change.html));
    for (const element of document.querySelectorAll<HTMLElement>(`[data-live="${CSS.escape(change.stream)}"]`))
      element.dataset["version"] = String(change.version);
    if (look()) tell();
  }

  function end(reason: string): void {
    ended = true;
    leader.close();
    if (reason === "signed-out") location.reload();
  }

  function tell(): void {
    const message: Message = { kind: "want", tab: me, versions: { ...mine } };
    channel?.postMessage(message);
    leader.hear(message);
  }

  // ---- the tab that listens ---------------------------------------------

  const leader = (() => {
    const tabs = new Map<string, Versions>();
    let leading = false, failures = 0, opened: Versions = {};
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;

    const say = (message: Message) => channel?.postMessage(message);
    const beating = () => say({ kind: "beat", open: source?.readyState === EventSource.OPEN });

    function open(): void {
      clearTimeout(again);
      source?.close();
      source = undefined;
      const wanted = union(tabs.values());
      opened = wanted;
      if (!leading || ended || Object.keys(wanted).length === 0) return;
      const stream = source = new EventSource(address(wanted));
      stream.addEventListener("open", () => { connected(true); beating(); });
      stream.addEventListener("change", event => {
        failures = 0;
        const change = JSON.parse((event as MessageEvent<string>).data) as Change;
        for (const versions of tabs.values())
          if ((versions[change.stream] ?? Infinity) < change.version) versions[change.stream] = change.version;
        say({ kind: "change", change });
        take(change);
      });
      stream.addEventListener("ended", event => {
        const reason = (event as MessageEvent<string>).data;
        say({ kind: "ended", reason });
        end(reason);
      });
      // The browser would come back to the same address; the versions in it are old by now.
      stream.addEventListener("error", () => {
        if (source !== stream) return;
        stream.close();
        source = undefined;
        connected(false);
        again = setTimeout(open, wait(failures++));
      });
    }

    /** At once for something new, later for something no longer wanted. */
    function adjust(): void {
      if (!leading || ended) return;
      const wanted = union(tabs.values());
      const lacking = Object.keys(wanted).some(stream => opened[stream] === undefined || wanted[stream]! < opened[stream]!);
      const spare = Object.keys(opened).some(stream => wanted[stream] === undefined);
      if (lacking) { clearTimeout(again); again = setTimeout(open, 30); }
      else if (spare && source) { clearTimeout(again); again = setTimeout(open, 10_000); }
    }

    /** A tab that crashed says no goodbye, but its lock is gone. */
    async function prune(): Promise<void> {
      const held = new Set((await navigator.locks.query()).held?.map(one => one.name));
      for (const tab of [...tabs.keys()]) if (tab !== me && !held.has(`${lockName}:${tab}`)) tabs.delete(tab);
      adjust();
    }

    return {
      hear(message: Message): void {
        if (message.kind === "want") { tabs.set(message.tab, message.versions); adjust(); }
        else if (message.kind === "gone") { tabs.delete(message.tab); adjust(); }
      },
      lead(): void {
        leading = true;
        say({ kind: "ask" });
        tell();
        beating();
      },
      pulse(): void { if (leading && !ended) { beating(); void prune(); } },
      close(): void { leading = false; clearTimeout(again); source?.close(); source = undefined; },
      retry(): void { if (leading && !source && !ended) { failures = 0; open(); } },
      /** Without a network a stream may seem open for minutes: it is asked for anew until one answers. */
      doubt(): void {
        if (!leading || ended) return;
        source?.close();
        source = undefined;
        connected(false);
        beating();
        clearTimeout(again);
        again = setTimeout(open, wait(failures++));
      },
      get leads() { return leading; },
    };
  })();

  channel?.addEventListener("message", event => {
    const message = event.data as Message;
    heard = Date.now();
    if (message.kind === "change") take(message.change);
    else if (message.kind === "ended") end(message.reason);
    else if (message.kind === "ask") tell();
    else if (message.kind === "beat") connected(message.open);
    else leader.hear(message);
  });

  function campaign(steal = false): void {
    navigator.locks.request(lockName, steal ? { steal: true } : {}, () => {
      leader.lead();
      return new Promise<never>(() => {});
    }).catch((error: unknown) => {
      // AbortError: another tab took over, since this one had fallen silent. Anything else: no locks to be had here.
      if (!(error instanceof DOMException && error.name === "AbortError")) { leader.lead(); return; }
      leader.close();
      heard = Date.now();
      campaign();
    });
  }

  look();
  if (!shared) leader.lead();
  else {
    void navigator.locks.request(`${lockName}:${me}`, () => new Promise<never>(() => {}));
    campaign();
    tell();
    // A leader put to sleep by the system keeps its lock; a tab that is being looked at does not wait for it.
    setInterval(() => {
      leader.pulse();
      if (!leader.leads && !ended && !document.hidden && Object.keys(mine).length && Date.now() - heard > silence) {
        heard = Date.now();
        campaign(true);
      }
    }, beat);
  }
  addEventListener("pagehide", () => channel?.postMessage({ kind: "gone", tab: me } satisfies Message));
  addEventListener("pageshow", event => { if (event.persisted) { look(); tell(); leader.retry(); } });
  addEventListener("online", () => leader.retry());
  addEventListener("offline", () => leader.doubt());
  document.addEventListener("visibilitychange", () => { if (!document.hidden) leader.retry(); });
  document.addEventListener("leaderful:shown", () => { if (look()) tell(); });
}

// ---- words ----------------------------------------------------------------

let pending: string[] = [];

/** Said politely, once, by whoever reads aloud; focus and page stay where they are. */
function announce(added: Element[]): void {
  const texts = added.flatMap(one => [one, ...one.querySelectorAll("[data-announce]")])
    .map(one => one.getAttribute("data-announce")).filter(text => text !== null && text !== "");
  if (texts.length === 0) return;
  // A region that comes with the page: one made for the occasion is not listened to yet.
  const region = document.getElementById("announcer");
  if (!region) return;
  if (pending.length === 0) setTimeout(() => { region.textContent = pending.join(" "); pending = []; }, 700);
  pending.push(...texts as string[]);
}

let lost: ReturnType<typeof setTimeout> | undefined;

/** [data-away] appears when the stream has been gone for a while. */
function connected(yes: boolean): void {
  const notes = () => document.querySelectorAll<HTMLElement>("[data-away]");
  if (yes) { clearTimeout(lost); lost = undefined; for (const note of notes()) note.hidden = true; }
  else lost ??= setTimeout(() => { for (const note of notes()) note.hidden = false; }, patience);
}
