// A passkey's own secret for us (WebAuthn's PRF extension). The ceremony is between this page and the authenticator alone: its
// challenge is made here, and nothing of the answer is ever posted.
import { fromBase64, random, toAddress, toBase64, type Bytes } from "../bytes";

export interface Asked { credential: string; salt: Bytes }
export interface Answered { credential: string; salt: Bytes; output: Bytes }

export const havePasskeys = (): boolean => "PublicKeyCredential" in window && "credentials" in navigator;

/** "cancelled": nobody chose one. "unable": this passkey has no such secret. */
export async function ask(of: Asked[]): Promise<Answered | "cancelled" | "unable"> {
  const salts = new Map(of.map(one => [toAddress(fromBase64(one.credential)), one]));
  let credential: PublicKeyCredential | null;
  try {
    credential = await navigator.credentials.get({
      publicKey: {
        challenge: random(32), userVerification: "required",
        allowCredentials: of.map(one => ({ type: "public-key", id: fromBase64(one.credential) })),
        extensions: { prf: { evalByCredential: Object.fromEntries([...salts].map(([id, one]) => [id, { first: one.salt }])) } },
      },
    }) as PublicKeyCredential | null;
  } catch { return "cancelled"; }
  const chosen = credential && salts.get(toAddress(new Uint8Array(credential.rawId)));
  const first = credential?.getClientExtensionResults().prf?.results?.first;
  if (!chosen || !first) return "unable";
  const output = Uint8Array.from(new Uint8Array(ArrayBuffer.isView(first) ? first.buffer.slice(first.byteOffset, first.byteOffset + first.byteLength) : first));
  return { credential: toBase64(fromBase64(chosen.credential)), salt: chosen.salt, output };
}
