// The one door by which text from our server becomes nodes. The page's policy allows this name once;
// the server has already passed the text through its allow-list.
interface Rules { createHTML(text: string): string; createScriptURL(address: string): string }
type Factory = { createPolicy(name: string, rules: Rules): Rules };

const workerAddress = "/sw.js";
const rules: Rules = {
  createHTML: text => text,
  createScriptURL: address => {
    if (address !== workerAddress) throw new TypeError("not a script of ours");
    return address;
  },
};
const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
const policy = factory?.createPolicy("leaderful", rules) ?? rules;

/** The address of our service worker, the one script that is asked for by name. */
export const worker = () => policy.createScriptURL(workerAddress);

/** Parsed apart from the page: nothing in it runs, and rows and list items may stand at the top. */
export function fragment(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(policy.createHTML(`<template>${html}</template>`), "text/html");
  const { content } = parsed.querySelector("template")!;
  for (const script of content.querySelectorAll("script")) script.remove();
  return content;
}
