// What is true of every page as it is shown, beyond what axe asks. Returns sentences.
() => {
  const wrong = [];
  const page = document.documentElement;
  const name = e => `<${e.tagName.toLowerCase()}${e.id ? ` id=${e.id}` : ""}${e.className && typeof e.className === "string" ? ` class="${e.className}"` : ""}> ${(e.textContent || e.name || "").trim().replace(/\s+/g, " ").slice(0, 40)}`;
  const shown = e => e.getClientRects().length > 0 && e.checkVisibility({ visibilityProperty: true }) && !e.closest(".vh, .skip");

  if (page.scrollWidth > page.clientWidth) {
    const wide = [...document.body.querySelectorAll("*")].filter(e => shown(e) && !e.closest(".scroll, .tabs, pre") && (e.getBoundingClientRect().right > page.clientWidth + 1 || e.getBoundingClientRect().left < -1));
    wrong.push(`scrolls sideways by ${page.scrollWidth - page.clientWidth} px: ${wide.slice(-2).map(name).join(" | ")}`);
  }
  const touchable = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), textarea, select, summary, [tabindex='0']")].filter(shown);
  for (const e of touchable) {
    const box = (e.matches("[type=radio], [type=checkbox]") && e.closest("label") || e).getBoundingClientRect();
    if (e.tagName === "A" && (getComputedStyle(e).display === "inline" || e.matches(".post-head a"))) continue;   // a link in running text
    if (e.matches("[tabindex='0']")) continue;                                      // a frame that scrolls
    if (box.height < 43.5 || box.width < 24) wrong.push(`a target of ${Math.round(box.width)} × ${Math.round(box.height)} px: ${name(e)}`);
  }
  const before = document.activeElement;
  // A text one writes on has its caret, and a thread along its margin.
  const threaded = e => { const s = getComputedStyle(e, "::before"); return e.isContentEditable && s.content !== "none" && s.borderInlineStartStyle === "solid" && parseFloat(s.borderInlineStartWidth) >= 2; };
  const drawn = e => { const s = getComputedStyle(e); return threaded(e) || (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2); };
  for (const e of touchable) {
    if (e.disabled) continue;
    e.focus({ focusVisible: true, preventScroll: true });
    if (document.activeElement !== e) continue;
    const holder = e.closest("label, .tabs > *");
    if (!drawn(e) && !(holder && (drawn(holder) || [...holder.children].some(drawn)))) wrong.push(`no visible focus: ${name(e)}`);
  }
  if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true }); else document.activeElement?.blur?.();
  return [...new Set(wrong)];
}
