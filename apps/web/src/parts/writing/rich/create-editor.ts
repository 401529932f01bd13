import { Editor, type Extensions } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorProps } from '@tiptap/pm/view';
import { NamesShown } from './names-shown';
import { parseMarkdown } from './parse-markdown';
import { schemaExtensions } from './schema';
import { TableKeys } from './table-keys';
import { taskBox } from './task-boxes';
import { Tasks } from './tasks';
import { TypedSigns } from './typed-signs';

/** Stands for the caret while Markdown becomes a document; a character that nobody types. */
const CARET = '\ue0c5';

export function createEditor(options: {
  element: HTMLElement;
  markdown: string;
  /** Where the caret stood in the Markdown, when it was being written as plain text. */
  caret: number | null;
  taskLabel: string;
  props: EditorProps;
}): Editor {
  const { element, markdown, caret, taskLabel, props } = options;
  const editor = new Editor({
    element,
    // The content security policy lets no style element in; the styles are in writing.css.
    injectCSS: false,
    extensions: withTaskBoxes(taskLabel),
    enableInputRules: [
      'heading',
      'bulletList',
      'orderedList',
      'blockquote',
      'codeBlock',
      'horizontalRule',
      'code',
      'typedSigns',
    ],
    enablePasteRules: false,
    content: parseMarkdown(withCaret(markdown, caret)).toJSON(),
    editorProps: props,
  });
  placeCaret(editor);
  return editor;
}

const withTaskBoxes = (label: string): Extensions => [
  ...schemaExtensions.map((extension) =>
    extension.name === 'listItem' ? extension.extend({ addNodeView: () => taskBox(label) }) : extension,
  ),
  Tasks,
  TypedSigns,
  TableKeys,
  NamesShown,
];

function withCaret(markdown: string, caret: number | null): string {
  const at = caret ?? markdown.length;
  return at >= markdown.length ? markdown : `${markdown.slice(0, at)}${CARET}${markdown.slice(at)}`;
}

function placeCaret(editor: Editor): void {
  const { doc, tr } = editor.state;
  let at: number | null = null;
  doc.descendants((node, position) => {
    const index = node.text?.indexOf(CARET) ?? -1;
    if (index >= 0) at = position + index;
  });
  if (at !== null) tr.delete(at, at + CARET.length);
  if (at === null) toTheEnd(editor);
  else editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at)).setMeta('addToHistory', false));
}

/** Where one goes on writing: after a quote that was put in, not inside of it. */
export function toTheEnd(editor: Editor): void {
  const { tr, schema } = editor.state;
  if (tr.doc.lastChild?.type.name === 'blockquote') {
    tr.insert(tr.doc.content.size, schema.nodes.paragraph!.create());
  }
  editor.view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)).setMeta('addToHistory', false));
}
