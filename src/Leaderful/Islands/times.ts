// Times leave the server in UTC with their instant; here they become the reader's own, in the page's language.
// <time datetime="2026-11-17T06:50:00Z" data-style="full">17 November 2026, 06:50 UTC</time>
import { all } from "./dom";

/** "until" says the day only where it is another than that of `data-from`. */
export type Style = "full" | "day" | "short" | "clock" | "ago" | "until";

const minute = 60_000, hour = 60 * minute, day = 24 * hour;

/** The page's language; its region from the page (data-locale), else from the browser when it speaks the same language. */
export function locale(page: string, own: string | undefined, browser: readonly string[]): string {
  if (own) return own;
  if (page.includes("-")) return page;
  return browser.find(one => one.split("-")[0] === page) ?? page;
}

export function words(at: Date, style: Style, now: Date, language: string, zone?: string): string {
  const sameYear = at.getFullYear() === now.getFullYear();
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, ...(zone ? { timeZone: zone } : {}) }).format(at);
  const year: Intl.DateTimeFormatOptions = sameYear ? {} : { year: "numeric" };
  // "3:37 PM", and "03:37" where the day has twenty-four hours.
  const { hour12 } = new Intl.DateTimeFormat(language, { hour: "numeric" }).resolvedOptions();
  const clock: Intl.DateTimeFormatOptions = { hour: hour12 ? "numeric" : "2-digit", minute: "2-digit" };
  switch (style) {
    case "day": return date({ weekday: "long", day: "numeric", month: "long", ...year });
    case "short": return date({ day: "numeric", month: "short", ...(sameYear ? clock : year) });
    case "clock": return date(clock);
    case "ago": return ago(at, now, language) ?? words(at, "short", now, language, zone);
    default: return date({ weekday: "long", day: "numeric", month: "long", ...year, ...clock });
  }
}

function ago(at: Date, now: Date, language: string): string | undefined {
  const past = at.getTime() - now.getTime();
  const far = Math.abs(past);
  const say = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (far < 45_000) return say.format(0, "second");
  if (far < 55 * minute) return say.format(Math.round(past / minute), "minute");
  if (far < 22 * hour) return say.format(Math.round(past / hour), "hour");
  if (far < 6.5 * day) return say.format(Math.round(past / day), "day");
  return undefined;
}

/** Only instants are moved: a bare day, or a local time without a zone, is already what it should be. */
const instant = /T.*(Z|[+-]\d\d:?\d\d)$/;

/** `data-clock` is what the clock shows where it begins; whoever reads by another is told, in the words of `data-there`. */
function elsewhere(time: HTMLElement): string {
  const { from, clock, there } = time.dataset;
  if (!from || !clock || !there) return "";
  const here = new Date(from), two = (n: number) => String(n).padStart(2, "0");
  return `${two(here.getHours())}:${two(here.getMinutes())}` === clock ? "" : ` (${there})`;
}

function styleOf(time: HTMLElement, at: Date): Style {
  const style = time.dataset["style"] as Style;
  if (style !== "until") return style;
  return new Date(time.dataset["from"] ?? "").toDateString() === at.toDateString() ? "clock" : "full";
}

export function localise(root: ParentNode): void {
  const page = document.documentElement;
  const language = locale(page.lang || "en", page.dataset["locale"], navigator.languages);
  const now = new Date();
  for (const time of all<HTMLTimeElement>(root, "time[data-style]")) {
    const datetime = time.getAttribute("datetime") ?? "";
    const at = new Date(datetime);
    if (!instant.test(datetime) || Number.isNaN(at.getTime())) continue;
    const local = words(at, styleOf(time, at), now, language) + elsewhere(time);
    // Unless the words are ours from last time, they are the server's: keep them within reach.
    if (time.dataset["local"] !== time.textContent) time.title = time.textContent?.trim() ?? "";
    if (time.textContent !== local) time.textContent = local;
    if (time.dataset["local"] !== local) time.dataset["local"] = local;
  }
}

export function keepFresh(): void {
  setInterval(() => { if (!document.hidden) localise(document); }, minute);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) localise(document); });
}
