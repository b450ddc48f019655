/** What the selector finds in a part of the page, the part itself included. */
export function all<T extends Element = HTMLElement>(root: ParentNode, selector: string): T[] {
  const found = [...root.querySelectorAll<T>(selector)];
  if (root instanceof Element && root.matches(selector)) found.unshift(root as unknown as T);
  return found;
}
