// The clock of a form that is new is the one this browser goes by, where the house knows that zone.
// <select data-zone="fresh">, in a <details> whose summary says the place in [data-zone-said].
import { all } from "./dom";

const place = (zone: string): string => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");

export function chooseZones(root: ParentNode): void {
  for (const select of all<HTMLSelectElement>(root, "select[data-zone]")) {
    if (select.dataset["zone"] === "known") continue;
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone, said = select.closest("details")?.querySelector("[data-zone-said]");
    const say = () => { if (said) said.textContent = place(select.value); };
    if (select.dataset["zone"] === "fresh" && [...select.options].some(option => option.value === own)) select.value = own;
    select.dataset["zone"] = "known";
    select.addEventListener("change", say);
    say();
  }
}
