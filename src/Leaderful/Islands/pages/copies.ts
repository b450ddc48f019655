// The copy of a page on this device, in a database named by person and page; beside the document what of it waits to be sent,
// and up to where everything was kept for good.
import { clearDocument, IndexeddbPersistence, PREFERRED_TRIM_SIZE, storeState } from "y-indexeddb";
import * as Y from "yjs";
import { forgotten, note, nameOf } from "../offline/kept";

interface Waits { count: number }
const waits = (client: number | string) => `waiting:${client}`;

/** Private windows and full disks keep nothing; then the page says so. */
const isPossible = (name: string) => new Promise<boolean>(resolve => {
  try {
    const asked = indexedDB.open(`${name}:try`);
    asked.onerror = () => { resolve(false); };
    asked.onsuccess = () => { asked.result.close(); indexedDB.deleteDatabase(`${name}:try`); resolve(true); };
  } catch { resolve(false); }
});

/** What y-indexeddb has of its own. */
interface Insides { db: IDBDatabase | null; _dbsize: number; _storeTimeoutId: unknown; _storeUpdate: (update: Uint8Array, origin: unknown) => void }

/** Commits each update with the task that made it. Theirs waits for the browser's answer before, and whoever leaves the page in between loses their last letters. */
function commitAtOnce(kept: IndexeddbPersistence, doc: Y.Doc): void {
  const insides = kept as unknown as Insides;
  doc.off("update", insides._storeUpdate);
  insides._storeUpdate = (update, origin) => {
    if (!insides.db || origin === kept) return;
    const writing = insides.db.transaction("updates", "readwrite");
    writing.objectStore("updates").add(update);
    writing.commit();
    if (++insides._dbsize < PREFERRED_TRIM_SIZE) return;
    clearTimeout(insides._storeTimeoutId as number);
    insides._storeTimeoutId = setTimeout(() => { void storeState(kept, false); }, 1000);
  };
  doc.on("update", insides._storeUpdate);
}

export class Copy {
  /** Who I was on this device when I wrote what is not sent yet. */
  readonly before = new Set<number>();
  waited = 0;
  vector: Uint8Array | undefined;
  private last = -1;

  private constructor(private readonly doc: Y.Doc, private readonly name: string, private readonly kept: IndexeddbPersistence) {}

  static async open(doc: Y.Doc, person: string, page: string): Promise<Copy | undefined> {
    const name = nameOf(person, page);
    if (!await isPossible(name)) return undefined;
    const copy = new Copy(doc, name, new IndexeddbPersistence(name, doc));
    commitAtOnce(copy.kept, doc);
    await copy.kept.whenSynced;
    await copy.recall();
    return copy;
  }

  private store(mode: IDBTransactionMode): IDBObjectStore | undefined {
    const { db } = this.kept as unknown as Insides;
    try { return db?.transaction("custom", mode).objectStore("custom"); } catch { return undefined; }
  }

  private recall(): Promise<void> {
    return new Promise(resolve => {
      const store = this.store("readonly");
      if (!store) { resolve(); return; }
      const keys = store.getAllKeys(), values = store.getAll();
      values.onerror = () => { resolve(); };
      values.onsuccess = () => {
        keys.result.forEach((key, i) => {
          const value: unknown = values.result[i];
          if (key === "vector") this.vector = value as Uint8Array;
          const client = /^waiting:(\d+)$/.exec(String(key))?.[1];
          if (!client) return;
          this.before.add(Number(client));
          this.waited += (value as Waits).count;
        });
        resolve();
      };
    });
  }

  /** How many changes wait; with none, everything up to here is kept for good. */
  note(count: number, title: string): void {
    if (count === this.last && count > 0) return;
    const store = this.store("readwrite");
    if (!store) return;
    if (count > 0) {
      // What waited before is counted in, so one row says all; the others only say who I was.
      for (const client of this.before) store.put({ count: 0 } satisfies Waits, waits(client));
      store.put({ count } satisfies Waits, waits(this.doc.clientID));
    } else {
      for (const client of [...this.before, this.doc.clientID]) store.delete(waits(client));
      this.before.clear();
      this.vector = Y.encodeStateVector(this.doc);
      store.put(this.vector, "vector");
    }
    store.transaction.commit();
    if (count !== this.last) note(this.name, { count, title, address: location.pathname });
    this.last = count;
  }

  async forget(): Promise<void> {
    await this.kept.destroy();
    await clearDocument(this.name);
    forgotten(this.name);
  }

  close(): void { void this.kept.destroy(); }
}

/** The words I wrote that nobody else has: in the order they were written, a line for each place. */
export function unsentWords(doc: Y.Doc, mine: Iterable<number>, vector: Uint8Array | undefined): string {
  const kept = vector ? Y.decodeStateVector(vector) : new Map<number, number>();
  const lines: string[] = [];
  for (const client of new Set(mine)) {
    const from = kept.get(client) ?? 0;
    let place: unknown, line = "";
    for (const item of doc.store.clients.get(client) ?? []) {
      if (!(item instanceof Y.Item) || item.deleted || item.id.clock + item.length <= from || !(item.content instanceof Y.ContentString)) continue;
      if (place !== item.parent && line) { lines.push(line); line = ""; }
      place = item.parent;
      line += item.content.str.slice(Math.max(0, from - item.id.clock));
    }
    if (line) lines.push(line);
  }
  return lines.join("\n");
}
