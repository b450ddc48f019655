// The sheet of places where the browser has no popover yet, and the small folded menus (details.more) everywhere:
// Escape and a touch outside close them, and focus goes back to where it came from.
function fallback(): void {
  let opener: HTMLElement | undefined;
  const set = (sheet: HTMLElement, open: boolean) => {
    sheet.dataset["popover"] = open ? "open" : "closed";
    for (const button of document.querySelectorAll(`[popovertarget="${CSS.escape(sheet.id)}"]`))
      button.setAttribute("aria-expanded", String(open));
    if (open) sheet.querySelector<HTMLElement>("a, button")?.focus();
    else { opener?.focus(); opener = undefined; }
  };
  const isOpen = () => document.querySelector<HTMLElement>('[data-popover="open"]');
  for (const sheet of document.querySelectorAll<HTMLElement>("[popover][id]")) set(sheet, false);
  document.addEventListener("click", event => {
    const target = event.target as Element;
    const button = target.closest<HTMLElement>("[popovertarget]");
    const sheet = button && document.getElementById(button.getAttribute("popovertarget") ?? "");
    const open = isOpen();
    if (sheet) {
      const opening = button.getAttribute("popovertargetaction") !== "hide" && sheet !== open;
      if (opening) opener = button;
      set(sheet, opening);
    } else if (open && !open.contains(target)) set(open, false);
  });
  document.addEventListener("keydown", event => {
    const open = isOpen();
    if (event.key === "Escape" && open) { event.preventDefault(); set(open, false); }
  });
}

export function start(): void {
  if (!("popover" in HTMLElement.prototype)) fallback();
  const menus = () => [...document.querySelectorAll<HTMLDetailsElement>("details.more[open]")];
  document.addEventListener("click", event => {
    for (const menu of menus()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    for (const menu of menus()) {
      if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
      menu.open = false;
      event.preventDefault();
    }
  });
}
