// The recovery code: thirty letters of Crockford's alphabet, which has no I, L, O and U to be misread, in groups of five. Each
// letter is five random bits, so there are 150.
import { random } from "../bytes";

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", length = 30, group = 5;

export const makeCode = (): string => grouped([...random(length)].map(byte => letters[byte & 31]).join(""));

/** What somebody copied from paper: any case, any gaps, O for nought and I or L for one. */
export function readCode(typed: string): string | undefined {
  const read = [...typed.normalize("NFKC").toUpperCase()].map(letter => ({ O: "0", I: "1", L: "1" })[letter] ?? letter)
    .filter(letter => letters.includes(letter)).join("");
  return read.length === length ? grouped(read) : undefined;
}

const grouped = (code: string) => code.match(new RegExp(`.{${group}}`, "g"))!.join("-");
