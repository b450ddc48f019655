// What is chosen as a whole, a picture or something shown here, is not typed over: one writes on below it.
import { Extension } from "@tiptap/core";
import { NodeSelection, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";

/** The cursor into the text below what is chosen as a whole, which is made where there is none. */
export function below(tr: Transaction): boolean {
  const { selection } = tr;
  if (!(selection instanceof NodeSelection) || !selection.node.isBlock || !selection.node.isAtom) return false;
  const after = selection.to;
  if (!tr.doc.resolve(after).nodeAfter?.isTextblock) tr.insert(after, tr.doc.type.schema.nodes["paragraph"]!.create());
  tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView();
  return true;
}

export const whole = Extension.create({
  name: "whole",
  addProseMirrorPlugins: () => [new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        const { tr } = view.state;
        if (!below(tr)) return false;
        view.dispatch(tr.insertText(text));
        return true;
      },
    },
  })],
});
