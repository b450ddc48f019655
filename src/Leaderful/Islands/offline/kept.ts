// Which pages this device keeps a copy of, and what waits here to be sent: a list that can be read at once and without the
// pages' own script. The copies themselves are databases of these names.
export interface Kept { count: number; title: string; address: string }

const prefix = "leaderful-page:";
/** What waits to be sent: a name for each, and the database that holds it. */
export const unsent = "leaderful-unsent:", unsentForms = "leaderful-unsent";
/** What the worker keeps: our own files by build, and the pages somebody opened by person. */
export const ours = "leaderful-own:", opened = "leaderful-pages:";
/** Where the key lies that opens somebody's own notes; see notes/keeping.ts. */
export const noteKeys = "leaderful-note-keys";
/** Notes in which something was typed and not kept yet, by their things. */
export const unkept = "leaderful-unkept-note:";
export const channel = "leaderful-offline";

/** Which page the worker is to keep, and for whom. */
export interface Wish { keep: string; person: string }

export const nameOf = (person: string, page: string) => `${prefix}${person}:${page}`;

// Without storage there is no copy either.
export function note(name: string, kept: Kept): void {
  try { localStorage.setItem(name, JSON.stringify(kept)); } catch { /* nothing to list */ }
}

export function forgotten(name: string): void {
  try { localStorage.removeItem(name); } catch { /* nothing was listed */ }
}

export function listedUnder(start: string): [name: string, kept: Kept][] {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(start))
      .map(key => [key, JSON.parse(localStorage.getItem(key) ?? "{}") as Kept]);
  } catch { return []; }
}

/** The pages kept here. */
export const listed = () => listedUnder(prefix);

const forget = "leaderful-forget";

/** Somebody signs out: if the page goes before the copies do, the next one goes on. */
export function forgetting(): void {
  try { localStorage.setItem(forget, "yes"); } catch { /* then nothing was kept either */ }
}

export function mustForget(): boolean {
  try { return localStorage.getItem(forget) !== null; } catch { return false; }
}

/** Every copy on this device and all that waits, whoever it belongs to, and the pages beside them. */
export async function forgetAll(): Promise<void> {
  const names = listed().map(([name]) => name);
  // Some browsers cannot say which databases there are; the list can.
  const found = await indexedDB.databases?.().catch(() => []) ?? [];
  for (const name of new Set([...names, ...found.map(one => one.name ?? "").filter(name => name.startsWith(prefix))])) {
    indexedDB.deleteDatabase(name);
    forgotten(name);
  }
  indexedDB.deleteDatabase(unsentForms);
  indexedDB.deleteDatabase(noteKeys);
  for (const [name] of [...listedUnder(unsent), ...listedUnder(unkept)]) forgotten(name);
  if ("caches" in globalThis)
    for (const name of await caches.keys()) if (name.startsWith(opened)) await caches.delete(name);
  forgotten(forget);
}
