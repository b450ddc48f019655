// Where a link may lead: the web, a mail address, or a place in this house.
export function isAddress(address: unknown): address is string {
  if (typeof address !== "string") return false;
  // Browsers leave out what cannot be seen before they read an address, so we look at it as they do.
  const seen = address.replace(/[\u0000-\u0020\u007f-\u009f\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/g, "");
  return seen !== "" && (/^(https?:\/\/[^/]|mailto:[^:]+@)/i.test(seen) || isHere(seen) || /^[#?]/.test(seen));
}

/** On our own host, whatever host that is: a path and no more. */
export const isHere = (address: unknown): address is string =>
  typeof address === "string" && /^\/(?![/\\])[^\\\u0000-\u0020]*$/.test(address);

/** What a person types, as an address: "example.org" is meant as the web, "me@example.org" as mail. */
export function meant(typed: string): string | undefined {
  const words = typed.trim();
  if (isAddress(words)) return words;
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(words)) return `mailto:${words}`;
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]\S*)?$/u.test(words)) return `https://${words}`;
  return undefined;
}
