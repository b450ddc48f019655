// What is asked of the server, and what it says. It never hears more than locked bytes.
import type { Way } from "./vault";

export interface StoredWay extends Way { id: string }
export interface Vault {
  person: string; device: string;
  /** Null: nobody has begun. */
  mark: string | null;
  ways: StoredWay[];
  passkeys: { credential: string; name: string }[];
}
export interface Sealed { edition: number; sealed: string }
export interface Envelope { vault: Vault; note: Sealed | null }

/** "away": no answer, or none that can be used; it is worth trying again. "out": nobody is signed in here any more. */
export type Trouble = "away" | "out" | "gone" | "long";
export type Kept = { edition: number } | { isOtherKey: boolean; note: Sealed | null } | Trouble;

const home = "/me/notes";

async function ask(path: string, body?: unknown, sent = "here"): Promise<Response | Trouble> {
  try {
    const answer = await fetch(home + path, {
      // Where somebody is no longer signed in, the answer leads to the door; it is not followed.
      credentials: "same-origin", redirect: "manual", headers: { Accept: "application/json", ...(body === undefined ? {} : { "Content-Type": "application/json", "Leaderful-Sent": sent }) },
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
    if (answer.type === "opaqueredirect" || answer.status === 401) return "out";
    if (answer.status === 404) return "gone";
    if (answer.status === 413) return "long";
    return answer.ok || answer.status === 409 ? answer : "away";
  } catch { return "away"; }
}

async function read<T>(path: string): Promise<T | Trouble> {
  const answer = await ask(path);
  if (typeof answer === "string") return answer;
  try { return await answer.json() as T; } catch { return "away"; }
}

export const envelope = (thing: string) => read<Envelope>(`/${thing}/envelope`);

export const vault = () => read<Vault>("/vault");

export async function keep(thing: string, brought: { mark: string; edition: number; sealed: string }): Promise<Kept> {
  const answer = await ask(`/${thing}/envelope`, brought);
  if (typeof answer === "string") return answer;
  try { return await answer.json() as Kept; } catch { return "away"; }
}

/** "taken": another device was first. */
export const begin = (mark: string, ways: Way[]) => done("/vault", { mark, ways });

export const addWay = (mark: string, way: Way) => done("/vault/ways", { mark, way });

export async function remove(thing: string): Promise<"done" | Trouble> {
  const answer = await ask(`/${thing}/deletion`, {}, "quietly");
  return typeof answer === "string" ? answer : "done";
}

async function done(path: string, body: unknown): Promise<"done" | "taken" | Trouble> {
  const answer = await ask(path, body);
  return typeof answer === "string" ? answer : answer.status === 409 ? "taken" : "done";
}
