// What the tests reach for directly; everything else they do as a person would, in the page.
export { apply, place, touched } from "../morph";
export { wait } from "../backoff";
export { address, union } from "../live";
export { locale, words } from "../times";
export { meeting, returning } from "../drafts";
export { enter, link, prefix, wrap } from "../toolbar";
export { quotation } from "../quote";
export { posted } from "../passkeys";
