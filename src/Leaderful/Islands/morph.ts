// Puts what changed into the page without taking anything out of a person's hands. Three guards:
// fields that were touched, <details> that were opened, and islands are left alone.
import { Idiomorph } from "idiomorph";
import { fragment } from "./trusted";

export function touched(node: Node): boolean {
  if (!(node instanceof HTMLElement)) return false;
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement) {
    if (node === document.activeElement) return true;
    if (node instanceof HTMLInputElement) {
      if (node.type === "checkbox" || node.type === "radio") return node.checked !== node.defaultChecked;
      if (node.type === "file") return (node.files?.length ?? 0) > 0;
      return node.type !== "hidden" && node.value !== node.defaultValue;
    }
    if (node instanceof HTMLTextAreaElement) return node.value !== node.defaultValue;
    const options = [...node.options];
    const chosen = options.some(option => option.defaultSelected);
    return options.some((option, place) =>
      option.selected !== (chosen || node.multiple ? option.defaultSelected : place === 0));
  }
  return node.isContentEditable && node.contains(document.activeElement);
}

const island = (node: Node) => node instanceof Element && node.hasAttribute("data-island");

/** Something in it is being written: it stays, even if the server has done with it. */
const inHand = (node: Node) =>
  touched(node) || (node instanceof Element && [...node.querySelectorAll("input, textarea, select, [contenteditable]")].some(touched));

function morph(old: Element, fresh: Element): void {
  void Idiomorph.morph(old, fresh, {
    morphStyle: "outerHTML",
    callbacks: {
      beforeNodeMorphed: node => !island(node) && !touched(node),
      beforeNodeRemoved: node => !island(node) && !inHand(node),
      // Whether it is open is the reader's business, from the moment it is on the page.
      beforeAttributeUpdated: (name, element) => name !== "popover" &&
        !(name === "open" && (element instanceof HTMLDetailsElement || element instanceof HTMLDialogElement)),
    },
  });
}

const orderOf = (element: Element) => {
  const order = Number(element.getAttribute("data-order") ?? NaN);
  return Number.isNaN(order) ? undefined : order;
};

/** Before the first sibling with a higher order; else after the last that has one; else at the end. */
export function place(into: Element, element: Element): void {
  const order = orderOf(element);
  if (order === undefined) { into.append(element); return; }
  const siblings = [...into.children].filter(one => one !== element && orderOf(one) !== undefined);
  const next = siblings.find(one => orderOf(one)! > order);
  if (next) next.before(element);
  else if (siblings.length) siblings[siblings.length - 1]!.after(element);
  else into.append(element);
}

function misplaced(element: Element): boolean {
  const order = orderOf(element);
  if (order === undefined || element.contains(document.activeElement)) return false;
  const before = element.previousElementSibling && orderOf(element.previousElementSibling);
  const after = element.nextElementSibling && orderOf(element.nextElementSibling);
  return (typeof before === "number" && before > order) || (typeof after === "number" && after < order);
}

/** What the islands do to a page when it loads is done to what arrives as well, or each change would undo it. */
export const prepared: ((root: ParentNode) => void)[] = [];

/** Elements with an id, each one known (morphed), new (put into data-into by data-order) or gone (data-gone). */
export function apply(html: string): Element[] {
  const arrived = fragment(html);
  for (const each of prepared) each(arrived);
  const added: Element[] = [];
  const hold = anchor();
  for (const fresh of [...arrived.children]) {
    if (!fresh.id) continue;
    const old = document.getElementById(fresh.id);
    if (fresh.hasAttribute("data-gone")) {
      if (old && !inHand(old)) old.remove();
    } else if (old) {
      if (island(old)) continue;
      morph(old, fresh);
      const now = document.getElementById(fresh.id);
      const into = fresh.getAttribute("data-into");
      if (now && into && now.parentElement?.id === into) { if (misplaced(now)) place(now.parentElement, now); }
      else if (now && into && fresh.hasAttribute("data-moves")) {
        // It went elsewhere: to another place on this page, or to where this page does not reach.
        const there = document.getElementById(into);
        if (there) place(there, now); else now.remove();
      }
    } else {
      const into = document.getElementById(fresh.getAttribute("data-into") ?? "");
      if (!into) continue;
      const node = document.importNode(fresh, true);
      place(into, node);
      added.push(node);
    }
  }
  hold();
  return added;
}

/** Browsers that do not hold the line being read when something is put in above it are helped to. */
function anchor(): () => void {
  if (scrollY === 0 || CSS.supports("overflow-anchor", "auto")) return () => {};
  const seen = document.elementFromPoint(innerWidth / 2, innerHeight / 3);
  const top = seen?.getBoundingClientRect().top ?? 0;
  return () => {
    if (seen?.isConnected) scrollBy({ top: seen.getBoundingClientRect().top - top, behavior: "instant" as ScrollBehavior });
  };
}
