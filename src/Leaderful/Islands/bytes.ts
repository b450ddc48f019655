// Bytes as the browser's cryptography takes them, and as they travel in text.
export type Bytes = Uint8Array<ArrayBuffer>;

export const random = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count));

export const utf8 = (text: string): Bytes => Uint8Array.from(new TextEncoder().encode(text));

export const toBase64 = (bytes: Uint8Array): string => {
  let plain = "";
  for (const byte of bytes) plain += String.fromCharCode(byte);
  return btoa(plain);
};

/** Either alphabet, with or without its padding. */
export const fromBase64 = (text: string): Bytes =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));

/** As it stands in an address: nothing in it has to be escaped. */
export const toAddress = (bytes: Uint8Array): string => toBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

export function joined(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) { whole.set(part, at); at += part.length; }
  return whole;
}
