import { Extension } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/** A table never holds the keyboard: Enter goes down, and after the last cell one is out of it. */
export const TableKeys = Extension.create({
  name: 'tableKeys',
  priority: 1000,
  addKeyboardShortcuts() {
    const { editor } = this;
    const inTable = () => editor.isActive('table');
    const leave = () => {
      const { $from } = editor.state.selection;
      let depth = $from.depth;
      while (depth > 0 && $from.node(depth).type.name !== 'table') depth--;
      const after = $from.after(depth);
      return editor
        .chain()
        .command(({ tr, state }) => {
          if (after === tr.doc.content.size) tr.insert(after, state.schema.nodes.paragraph!.create());
          tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1)));
          return true;
        })
        .scrollIntoView()
        .run();
    };
    return {
      Tab: () => inTable() && (editor.commands.goToNextCell() || leave()),
      Enter: () => inTable() && leaveOrDown(),
      'Mod-Enter': () => false,
    };

    function leaveOrDown(): boolean {
      const { $from } = editor.state.selection;
      let depth = $from.depth;
      while (depth > 0 && $from.node(depth).type.name !== 'tableRow') depth--;
      const table = $from.node(depth - 1);
      const row = $from.index(depth - 1);
      const column = $from.index(depth);
      if (row + 1 >= table.childCount) return leave();
      const next = table.child(row + 1);
      let at = $from.after(depth) + 1;
      for (let index = 0; index < Math.min(column, next.childCount - 1); index++)
        at += next.child(index).nodeSize;
      return editor.commands.setTextSelection(at + 2);
    }
  },
});
