// What was sent without a network and waits for one: on this device, in the order it was sent, with the files that go with it.
// A list of it can be read at once; what it says and brings is in a database.
import { forgotten, listedUnder, note, unsent as prefix, unsentForms } from "./kept";

export interface Unsent {
  id: string;
  person: string;
  /** What it is, for whoever reads the list: "Your reply in …". */
  name: string;
  /** Where it was written. */
  from: string;
  action: string;
  isMultipart: boolean;
  fields: [name: string, value: string | File][];
  at: number;
  /** Why the house did not take it; it is not sent again by itself. */
  refused?: string | undefined;
}

const store = "forms";

const done = <T>(asked: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
  asked.onsuccess = () => { resolve(asked.result); };
  asked.onerror = () => { reject(asked.error ?? new Error("no storage")); };
});

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(unsentForms);
  opening.onupgradeneeded = () => { opening.result.createObjectStore(store, { keyPath: "id" }); };
  const db = await done(opening);
  try {
    const change = db.transaction(store, mode, { durability: "strict" });
    const isKept = new Promise<void>((resolve, reject) => {
      change.oncomplete = () => { resolve(); };
      change.onabort = () => { reject(change.error ?? new Error("no storage")); };
    });
    const [answer] = await Promise.all([done(ask(change.objectStore(store))), isKept]);
    return answer;
  } finally { db.close(); }
}

/** Whether anything may wait here: told without opening the database. */
export const isEmpty = () => listedUnder(prefix).length === 0;

/** Throws where this device keeps nothing: a private window, a full disk. */
export async function put(one: Unsent): Promise<void> {
  await inStore("readwrite", forms => forms.put(one));
  note(prefix + one.id, { count: 1, title: one.name, address: one.from });
  if (!isEmpty()) return;
  await inStore("readwrite", forms => forms.delete(one.id));
  throw new Error("no storage");
}

export async function drop(id: string): Promise<void> {
  await inStore("readwrite", forms => forms.delete(id));
  forgotten(prefix + id);
}

/** Of one person, in the order it was written; of everybody who used this device without a person. */
export async function waiting(person?: string): Promise<Unsent[]> {
  if (isEmpty()) return [];
  const all = await inStore<Unsent[]>("readonly", forms => forms.getAll() as IDBRequest<Unsent[]>);
  return all.filter(one => person === undefined || one.person === person).sort((a, b) => a.at - b.at);
}
