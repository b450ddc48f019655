// A note as it leaves the browser: one byte for the version, twelve for the vector, and what AES-GCM makes of the rest.
//
// What is locked is the length in four bytes, the note as JSON, and zeros up to the next step: of how much somebody wrote, only
// the step can be seen. Whose it is and on what it hangs is not in it, but bound to it: a note that was put in another's place,
// or at another thing, does not open.
import { fromBase64, joined, random, utf8, type Bytes } from "../bytes";

/** Texts by the names of their fields, and the words those fields had, so that they can be read where the page is gone. */
export interface Note { texts: Record<string, string>; labels: Record<string, string> }

const version = 1, vector = 12, step = 256, mark = 4;
/** As much as the server takes. */
export const most = 64 * 1024;

const bound = (person: string, thing: string) => joined(Uint8Array.of(version), fromBase64(person), fromBase64(thing));

export async function seal(key: CryptoKey, person: string, thing: string, note: Note): Promise<Bytes> {
  const said = utf8(JSON.stringify(note)), padded = new Uint8Array(Math.ceil((said.length + mark) / step) * step);
  new DataView(padded.buffer).setUint32(0, said.length);
  padded.set(said, mark);
  // A vector must never come twice under one key; of 96 random bits it does not within four thousand million notes.
  const iv = random(vector);
  const locked = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound(person, thing) }, key, padded);
  return joined(Uint8Array.of(version), iv, new Uint8Array(locked));
}

/** Throws where the key is another, or the note was changed or belongs elsewhere. */
export async function open(key: CryptoKey, person: string, thing: string, sealed: Bytes): Promise<Note> {
  if (sealed[0] !== version) throw new Error("a note of another version");
  const padded = new Uint8Array(await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: sealed.slice(1, 1 + vector), additionalData: bound(person, thing) }, key, sealed.slice(1 + vector)));
  const length = new DataView(padded.buffer).getUint32(0);
  const note = JSON.parse(new TextDecoder().decode(padded.subarray(mark, mark + length))) as Partial<Note>;
  return { texts: note.texts ?? {}, labels: note.labels ?? {} };
}
