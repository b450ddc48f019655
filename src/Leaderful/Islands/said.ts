// The page's own sentences, from its markup: data-say-saved="Saved", and where they count data-say-waits='{"one":"…","other":"…"}'.
// A place for something to be filled in is written {name}.
export class Said {
  private readonly rules: Intl.PluralRules;
  private readonly numbers: Intl.NumberFormat;

  constructor(private readonly root: HTMLElement) {
    const language = document.documentElement.lang || "en";
    const [known = "en"] = [...Intl.PluralRules.supportedLocalesOf([language]), "en"];
    this.rules = new Intl.PluralRules(known);
    this.numbers = new Intl.NumberFormat(known);
  }

  text(name: string, places: Record<string, string> = {}): string {
    return fill(this.root.getAttribute(`data-say-${name}`) ?? "", places);
  }

  count(name: string, n: number): string {
    let forms: Record<string, string> = {};
    try { forms = JSON.parse(this.root.getAttribute(`data-say-${name}`) ?? "{}") as Record<string, string>; } catch { /* no forms */ }
    return fill(forms[`=${n}`] ?? forms[this.rules.select(n)] ?? forms["other"] ?? "", { n: this.numbers.format(n) });
  }
}

const fill = (text: string, places: Record<string, string>) =>
  Object.entries(places).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, () => value), text);
