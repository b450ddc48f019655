// <a href="?quote=7#reply" data-quote>: what is marked in this post, or all of it, goes as a quotation with its source (the
// name, the day and the address in .post-head) into textarea[data-reply], and one writes on below it.

import { locale } from "./times";

/** Markdown that leads back to where it was said. */
export function quotation(words: string, by: string, address: string): string {
  const lines = words.trim().split(/\r?\n/).map(line => `> ${line.trim()}`.trimEnd());
  const source = by.replace(/[\\[\]<`]/g, "\\$&");
  return `${lines.join("\n")}\n>\n> [${source}](<${address.replace(/[<>\s]/g, encodeURIComponent)}>)\n\n`;
}

/** Its own paragraphs, without what it quoted itself, and without what was folded away. */
function whole(body: Element): string {
  return [...body.querySelectorAll("p, li, pre, h1, h2, h3, h4, h5, h6")]
    .filter(one => !one.closest("blockquote, details") && !(one.tagName === "P" && body.contains(one.closest("li"))))
    .map(one => one.textContent?.trim() ?? "").filter(text => text !== "").join("\n\n")
    || body.textContent?.trim() || "";
}

/** Who said it and when, and where that stands: read from the post itself. */
function source(post: Element): [by: string, address: string] {
  const name = post.querySelector(".post-head b")?.textContent?.trim() ?? "";
  const at = new Date(post.querySelector(".post-head time")?.getAttribute("datetime") ?? "");
  const day = Number.isNaN(at.getTime()) ? "" : at.toLocaleDateString(
    locale(document.documentElement.lang, document.documentElement.dataset["locale"], navigator.languages), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return [[name, day].filter(part => part !== "").join(", "), post.querySelector(".post-head a")?.getAttribute("href") ?? ""];
}

// A touch on the button lets go of what was marked, so it is remembered as the touch begins.
let marked = { post: undefined as Element | undefined, words: "" };

function remember(event: Event): void {
  const post = (event.target as Element).closest("[data-quote]")?.closest(".post");
  const selection = getSelection();
  const inside = post && selection && !selection.isCollapsed
    && post.contains(selection.anchorNode) && post.contains(selection.focusNode);
  marked = { post: post ?? undefined, words: inside ? selection.toString() : "" };
}

export function start(): void {
  document.addEventListener("pointerdown", remember);
  document.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === " ") remember(event); });
  document.addEventListener("click", event => {
    const button = (event.target as Element).closest<HTMLElement>("[data-quote]");
    const post = button?.closest(".post");
    const reply = document.querySelector<HTMLTextAreaElement>("textarea[data-reply]");
    if (!button || !post || !reply) return;
    event.preventDefault();
    const body = post.querySelector("[data-words]") ?? post.querySelector(".read") ?? post;
    const words = (marked.post === post && marked.words) || whole(body);
    if (reply.hidden) reply.form?.querySelector<HTMLElement>('[data-pane="write"]')?.click();
    const before = reply.value.slice(0, reply.selectionStart);
    const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    reply.setRangeText(gap + quotation(words, ...source(post)),
      reply.selectionStart, reply.selectionEnd, "end");
    reply.dispatchEvent(new Event("input", { bubbles: true }));
    reply.focus();
    reply.scrollIntoView({ block: "center" });
    marked = { post: undefined, words: "" };
  });
}
