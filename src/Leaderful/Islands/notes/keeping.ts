// The opened key in this browser, until its person signs out, locks their notes, or has not used them for twelve hours. It is
// kept as a key that can be used and not be read. It counts for one signing-in: whoever signs in anew opens it anew.
import { noteKeys } from "../offline/kept";

export interface Opened { key: CryptoKey; mark: string; device: string }
interface Kept extends Opened { usedAt: number }

export const idle = 12 * 60 * 60 * 1000;
const keys = "keys";

/** Other tabs are told when the notes are opened or locked here. */
export const tabs = "leaderful-notes";

// A private window may keep nothing; then the key lasts as long as its page.
async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const base = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open(noteKeys, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(keys);
      opening.onsuccess = () => done(opening.result);
      opening.onerror = opening.onblocked = () => failed(opening.error ?? new Error("blocked"));
    });
    base.onversionchange = () => base.close();
    try {
      return await new Promise<T>((done, failed) => {
        const going = base.transaction(keys, mode), asked = work(going.objectStore(keys));
        going.oncomplete = () => done(asked.result);
        going.onerror = going.onabort = () => failed(going.error ?? new Error("aborted"));
      });
    } finally { base.close(); }
  } catch { return undefined; }
}

export const remember = async (person: string, opened: Opened, now = Date.now()): Promise<void> => {
  await within("readwrite", store => store.put({ ...opened, usedAt: now } satisfies Kept, person));
};

/** The key of this person, this mark and this signing-in; any other that lies there goes. */
export async function recall(person: string, mark: string | null, device: string, now = Date.now()): Promise<CryptoKey | undefined> {
  const kept = await within<Kept | undefined>("readonly", store => store.get(person) as IDBRequest<Kept | undefined>);
  if (!kept) return undefined;
  if (kept.mark !== mark || kept.device !== device || Math.abs(now - kept.usedAt) > idle) { await forget(); return undefined; }
  await remember(person, kept, now);
  return kept.key;
}

export const forget = async (): Promise<void> => { await within("readwrite", store => store.clear()); };
