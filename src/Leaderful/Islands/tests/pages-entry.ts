// What the tests of pages reach for directly.
export { isAddress, isHere, meant } from "../pages/links";
export { looksLikeMarkdown } from "../pages/markdown";
export { situation } from "../pages/state";
export { Waiting } from "../pages/waiting";
