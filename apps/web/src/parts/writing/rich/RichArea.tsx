import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { useText } from '~/i18n/text';
import { classes } from '~/ui/classes';
import { type Token, tokenAt } from '../token-at';
import type { AreaHandle, AreaProps } from '../writing-handle';
import { createEditor, toTheEnd } from './create-editor';
import { parseMarkdown } from './parse-markdown';
import { pasting } from './paste';
import type { Selected } from './selected';
import { writeMarkdown } from './write-markdown';

/** The field in which the text looks as it will look. It stores Markdown all the same. */
export function RichArea(
  props: AreaProps & {
    ref?: RefObject<AreaHandle | null>;
    selected: Selected | null;
    hasFocus: boolean;
    onEditor(editor: Editor | null): void;
  },
) {
  const { label, value, placeholder, lines, describedBy, list, ref, onEditor } = props;
  const text = useText();
  const holder = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const said = useRef(value);
  const latest = useRef(props);
  latest.current = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes is read from `latest`.
  useLayoutEffect(() => {
    const made = createEditor({
      element: holder.current!,
      markdown: value,
      selected: props.selected,
      taskLabel: text('writing.task-done'),
      props: {
        ...pasting(
          () => editor.current,
          () => latest.current.onFiles,
        ),
        handleKeyDown: (view, event) => !view.composing && latest.current.onKey(event),
        handleDOMEvents: { blur: () => void latest.current.onToken(null, null) },
      },
    });
    editor.current = made;
    const look = () => latest.current.onToken(...tokenOf(made, holder.current!));
    made.on('update', () => {
      said.current = writeMarkdown(made.state.doc);
      latest.current.onChange(said.current);
    });
    made.on('selectionUpdate', look);
    made.on('update', look);
    if (props.hasFocus || props.autoFocus) made.view.focus();
    onEditor(made);
    return () => {
      onEditor(null);
      editor.current = null;
      made.destroy();
    };
  }, []);

  // Changed from outside: sent, thrown away, written on another device.
  useEffect(() => {
    if (value === said.current || !editor.current) return;
    said.current = value;
    editor.current.commands.setContent(parseMarkdown(value).toJSON(), { emitUpdate: false });
  }, [value]);

  const active = list?.active;
  useLayoutEffect(() => {
    const dom = editor.current?.view.dom;
    if (!dom) return;
    const attributes: Record<string, string | undefined> = {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      'aria-placeholder': placeholder,
      'aria-describedby': describedBy,
      'aria-autocomplete': 'list',
      'aria-controls': list?.id,
      'aria-activedescendant': active,
    };
    for (const [name, given] of Object.entries(attributes)) {
      if (given) dom.setAttribute(name, given);
      else dom.removeAttribute(name);
    }
  }, [label, placeholder, describedBy, list?.id, active]);

  useImperativeHandle(ref, () => ({
    focus: () => {
      if (editor.current) toTheEnd(editor.current);
      editor.current?.commands.focus();
    },
    insert(markdown) {
      const content = parseMarkdown(markdown).toJSON().content;
      const empty = editor.current?.isEmpty;
      editor.current
        ?.chain()
        .focus(empty ? 'start' : 'end')
        .insertContentAt(empty ? 0 : editor.current.state.doc.content.size, [
          ...content,
          { type: 'paragraph' },
        ])
        .focus('end')
        .run();
    },
    complete(token, inserted) {
      editor.current?.chain().focus().command(completed(token, inserted)).run();
    },
  }));

  return (
    <div className="relative">
      {value === '' && placeholder && (
        <div aria-hidden className="pointer-events-none absolute inset-x-0 top-0 text-quiet">
          {placeholder}
        </div>
      )}
      <div ref={holder} className={classes('writing post-body', lines > 1 && 'writing-open')} />
    </div>
  );
}

/** What is typed right before the caret, counted from the start of its paragraph, and where that stands. */
function tokenOf(editor: Editor, holder: HTMLElement): [Token | null, { top: number; left: number } | null] {
  const { selection } = editor.state;
  const { $from, empty } = selection;
  if (!empty || !editor.isFocused || $from.parent.type.spec.code || editor.isActive('code'))
    return [null, null];
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\n');
  const token = tokenAt(before, before.length);
  if (!token) return [null, null];
  const caret = editor.view.coordsAtPos($from.pos);
  const box = holder.getBoundingClientRect();
  return [token, { top: caret.bottom - box.top, left: caret.left - box.left }];
}

const completed =
  (token: Token, inserted: string) =>
  ({ tr }: { tr: import('@tiptap/pm/state').Transaction }): boolean => {
    const end = tr.selection.from;
    const after = tr.doc.textBetween(end, Math.min(end + 1, tr.doc.resolve(end).end()));
    tr.insertText(`${inserted}${/^\s/u.test(after) ? '' : ' '}`, end - (token.to - token.from), end);
    return true;
  };
