// Links in a text one may write on. Whoever reads follows them; whoever writes there puts the cursor into them, and follows with
// Control or from the line of a link.
import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { isAddress } from "./links";

const linkAt = (event: Event) => {
  const link = (event.target as Element | null)?.closest?.<HTMLAnchorElement>("a[href]");
  return link && !link.closest("[contenteditable=false]") && isAddress(link.getAttribute("href")) ? link : undefined;
};

export const apart = (href: string) => { window.open(href, "_blank", "noopener"); };

export const follow = Extension.create({
  name: "follow",
  addProseMirrorPlugins() {
    let isReading = true;
    const isMeant = (event: MouseEvent) => isReading || event.ctrlKey || event.metaKey;
    return [new Plugin({
      props: {
        handleDOMEvents: {
          mousedown(view, event) {
            isReading = !view.hasFocus();
            if (event.button !== 0 || !linkAt(event) || !isMeant(event)) return false;
            // Neither the cursor nor a phone's keyboard comes up.
            event.preventDefault();
            return true;
          },
          click(_view, event) {
            const link = linkAt(event);
            if (!link || !isMeant(event)) return false;
            event.preventDefault();
            if (event.ctrlKey || event.metaKey) apart(link.href);
            else location.assign(link.href);
            return true;
          },
        },
      },
    })];
  },
});
