// Two who wrote in the same note without knowing of each other, who are one person with two devices.
export type Texts = Record<string, string>;

/**
 * Fields that only one of them changed are as that one left them. Where both did, it stays as it is here until somebody
 * chooses; those are named.
 */
export function meeting(before: Texts, mine: Texts, theirs: Texts): { texts: Texts; both: string[] } {
  const texts: Texts = {}, both: string[] = [];
  for (const name of Object.keys({ ...before, ...theirs, ...mine })) {
    const [was, here, there] = [before[name] ?? "", mine[name] ?? "", theirs[name] ?? ""];
    texts[name] = here === was ? there : here;
    if (here !== was && there !== was && here !== there) both.push(name);
  }
  return { texts, both };
}

/** One below the other. */
export const together = (mine: string, theirs: string): string => [mine.trimEnd(), theirs].filter(text => text.trim() !== "").join("\n\n");
