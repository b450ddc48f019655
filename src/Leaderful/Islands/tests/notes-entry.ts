// What the tests of notes reach for directly.
export { open, seal } from "../notes/envelope";
export { makeCode, readCode } from "../notes/code";
export { forget, idle, recall, remember } from "../notes/keeping";
export { meeting, together } from "../notes/merging";
export { isLongEnough, lock, makeKey, passphraseOf, unlock, usable } from "../notes/vault";
