// The note key: 256 random bits, made here and locked once for each way to it. The server keeps what was locked, and beside it
// what is no secret: a salt, and how often a passphrase is hashed.
//
//   passkey     the authenticator's PRF output for the salt  --HKDF-SHA-256-->    the key that locks the note key
//   passphrase  NFKC, UTF-8                                  --PBKDF2-SHA-256-->
//   recovery    its thirty letters                           --HKDF-SHA-256-->
//
// Locked is again AES-GCM: a version byte, the vector, the key and its tag; bound to whose it is, which way, and the key's mark.
import { fromBase64, joined, random, toBase64, utf8, type Bytes } from "../bytes";

export type Secret =
  | { kind: "Passkey"; credential: string; salt: Bytes; output: Bytes }
  | { kind: "Passphrase"; text: string }
  | { kind: "Recovery"; code: string };

/** A way as the server keeps it; bytes are base64. */
export interface Way { kind: Secret["kind"]; salt: string; iterations: number; wrapped: string; credential: string | null }

/** The key as it is, for as long as it is locked a further way; whoever holds it wipes it. */
export interface Raw { bytes: Bytes; mark: string }

export const shortest = 12;
/** OWASP's least for PBKDF2-HMAC-SHA256. More come from the way itself, so they can grow. */
const iterations = 600_000, fewest = 100_000;
const version = 1, vector = 12, saltLength = 32;

export const makeKey = (): Raw => ({ bytes: random(32), mark: toBase64(random(16)) });

/** The key for use: no script gets it out again. */
export const usable = (raw: Raw): Promise<CryptoKey> => crypto.subtle.importKey("raw", raw.bytes, "AES-GCM", false, ["encrypt", "decrypt"]);

export const wipe = (raw: Raw): void => { raw.bytes.fill(0); };

export const passphraseOf = (typed: string): string => typed.normalize("NFKC").trim();

/** By letters as people count them, near enough. */
export const isLongEnough = (passphrase: string): boolean => [...passphrase].length >= shortest;

export async function lock(raw: Raw, secret: Secret, person: string): Promise<Way> {
  const salt = secret.kind === "Passkey" ? secret.salt : random(secret.kind === "Passphrase" ? 16 : saltLength);
  const times = secret.kind === "Passphrase" ? iterations : 0, iv = random(vector);
  const key = await wrapping(secret, salt, times, "encrypt");
  const wrapped = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound(secret, person, raw.mark) }, key, raw.bytes);
  return {
    kind: secret.kind, salt: toBase64(salt), iterations: times, wrapped: toBase64(joined(Uint8Array.of(version), iv, new Uint8Array(wrapped))),
    credential: secret.kind === "Passkey" ? secret.credential : null,
  };
}

/** Nothing where the secret is not the one it was locked by. */
export async function unlock(way: Way, secret: Secret, person: string, mark: string): Promise<Raw | undefined> {
  const wrapped = fromBase64(way.wrapped);
  if (wrapped[0] !== version || way.kind !== secret.kind || (way.kind === "Passphrase" && way.iterations < fewest)) return undefined;
  const key = await wrapping(secret, fromBase64(way.salt), way.iterations, "decrypt");
  try {
    const bytes = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: wrapped.slice(1, 1 + vector), additionalData: bound(secret, person, mark) }, key, wrapped.slice(1 + vector));
    return { bytes: new Uint8Array(bytes), mark };
  } catch { return undefined; }
}

export const freshSalt = (): Bytes => random(saltLength);

const info = (kind: Secret["kind"]) => utf8(`leaderful notes ${kind} ${version}`);
const bound = (secret: Secret, person: string, mark: string) => joined(info(secret.kind), fromBase64(person), fromBase64(mark));

async function wrapping(secret: Secret, salt: Bytes, times: number, use: KeyUsage): Promise<CryptoKey> {
  const made = { name: "AES-GCM", length: 256 };
  if (secret.kind === "Passphrase") {
    const material = await crypto.subtle.importKey("raw", utf8(passphraseOf(secret.text)), "PBKDF2", false, ["deriveKey"]);
    return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: times }, material, made, false, [use]);
  }
  const from = secret.kind === "Passkey" ? secret.output : utf8(secret.code);
  const material = await crypto.subtle.importKey("raw", from, "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt, info: info(secret.kind) }, material, made, false, [use]);
}
