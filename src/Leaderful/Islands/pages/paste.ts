// What comes in by paste and drop: pictures are sent, Markdown becomes structure, and HTML goes through the schema alone.
import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { fromMarkdown, looksLikeMarkdown } from "./markdown";
import type { Pictures } from "./pictures";

/** Editors for code put their text on the clipboard a second time, coloured; only real structure is better than the Markdown. */
const isStructured = (html: string) => /<(h[1-6]|[uo]l|table|blockquote|strong|b|em|i|a|img|p)[\s>]/i.test(html);

export const paste = (pictures: Pictures) => Extension.create({
  name: "carriedIn",
  addProseMirrorPlugins() {
    return [new Plugin({
      props: {
        handlePaste(view, event) {
          const data = event.clipboardData;
          if (!data || view.state.selection.$from.parent.type.spec.code) return false;
          const text = data.getData("text/plain"), html = data.getData("text/html");
          if (html === "" && pictures.take(data.files)) return true;
          if (isStructured(html) || !looksLikeMarkdown(text)) return false;
          const slice = fromMarkdown(view.state.schema, text);
          if (!slice) return false;
          view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta("paste", true));
          return true;
        },
        handleDrop(view, event, _slice, isMoved) {
          if (isMoved || !event.dataTransfer?.files.length) return false;
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
          const isTaken = pictures.take(event.dataTransfer.files, at);
          if (isTaken) event.preventDefault();
          return isTaken;
        },
      },
    })];
  },
});
