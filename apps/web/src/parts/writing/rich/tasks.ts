import { Extension } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    tasks: {
      /** The item at the caret gets a box; a paragraph becomes a list of one. */
      asTask(checked: boolean): ReturnType;
      toggleTasks(): ReturnType;
    };
  }
}

/** Boxes to tick are something that items of any list may have, as on the server. */
export const Tasks = Extension.create({
  name: 'tasks',
  addCommands() {
    return {
      asTask:
        (checked) =>
        ({ editor, chain }) => {
          const inList = editor.isActive('listItem');
          const list = inList ? chain() : chain().toggleBulletList();
          return list.updateAttributes('listItem', { checked }).run();
        },
      toggleTasks:
        () =>
        ({ editor, chain }) => {
          if (!editor.isActive('listItem')) return chain().asTask(false).run();
          const has = editor.getAttributes('listItem').checked !== null;
          return chain()
            .updateAttributes('listItem', { checked: has ? null : false })
            .run();
        },
    };
  },
  addKeyboardShortcuts() {
    const { editor } = this;
    const item = 'listItem';
    return {
      Enter: () =>
        editor.commands.first(({ commands }) => [
          // What comes after something done is not done yet.
          () =>
            editor.getAttributes(item).checked === true
              ? commands.splitListItem(item, { checked: false })
              : commands.splitListItem(item),
        ]),
      Tab: () => editor.commands.sinkListItem(item),
      'Shift-Tab': () => editor.commands.liftListItem(item),
      Backspace: () => {
        const { $from, empty } = editor.state.selection;
        if (!empty || $from.parentOffset > 0 || !editor.isActive(item)) return false;
        if (editor.getAttributes(item).checked !== null)
          return editor.commands.updateAttributes(item, { checked: null });
        return $from.parent.content.size === 0 || $from.index(-1) === 0
          ? editor.commands.liftListItem(item)
          : false;
      },
    };
  },
});
