import { Editor, type Extensions } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorProps } from '@tiptap/pm/view';
import { NamesShown } from './names-shown';
import { parseMarkdown } from './parse-markdown';
import { schemaExtensions } from './schema';
import { MARK, type Selected, withMarks } from './selected';
import { TableKeys } from './table-keys';
import { taskBox } from './task-boxes';
import { Tasks } from './tasks';
import { TypedSigns } from './typed-signs';

const EVERY_MARK = new RegExp(MARK, 'gu');

export function createEditor(options: {
  element: HTMLElement;
  markdown: string;
  /** What was selected in the Markdown, when it was being written as plain text. */
  selected: Selected | null;
  taskLabel: string;
  props: EditorProps;
}): Editor {
  const { element, markdown, selected, taskLabel, props } = options;
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
    content: parseMarkdown(withMarks(markdown, selected)).toJSON(),
    editorProps: props,
  });
  selectMarked(editor);
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

function selectMarked(editor: Editor): void {
  const { doc, tr } = editor.state;
  const marks: number[] = [];
  doc.descendants((node, position) => {
    for (const { index } of node.text?.matchAll(EVERY_MARK) ?? []) marks.push(position + index);
  });
  const [from, to = from] = marks;
  if (from === undefined || to === undefined) {
    toTheEnd(editor);
    return;
  }
  // Each mark takes the place of one character.
  for (const mark of marks.toReversed()) tr.delete(mark, mark + MARK.length);
  const end = Math.max(from, to - MARK.length * (marks.length - 1));
  editor.view.dispatch(
    tr.setSelection(TextSelection.create(tr.doc, from, end)).setMeta('addToHistory', false),
  );
}

/** Where one goes on writing: after a quote that was put in, not inside of it. */
export function toTheEnd(editor: Editor): void {
  const { tr, schema } = editor.state;
  if (tr.doc.lastChild?.type.name === 'blockquote') {
    tr.insert(tr.doc.content.size, schema.nodes.paragraph!.create());
  }
  editor.view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)).setMeta('addToHistory', false));
}
