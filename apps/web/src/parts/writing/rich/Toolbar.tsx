import type { Editor } from '@tiptap/core';
import { useEffect, useReducer, useState } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';
import type { MessageId } from '~/i18n/languages';
import { useText } from '~/i18n/text';
import { classes } from '~/ui/classes';
import { Icon, type IconName } from '~/ui/Icon';
import { LinkDialog } from './LinkDialog';

interface Tool {
  icon: IconName;
  label: MessageId;
  /** For `isActive`. */
  thing?: string;
  run(editor: Editor): void;
}

const tools: Tool[] = [
  {
    icon: 'bold',
    label: 'writing.bold',
    thing: 'bold',
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    icon: 'italic',
    label: 'writing.italic',
    thing: 'italic',
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    icon: 'strike',
    label: 'writing.strike',
    thing: 'strike',
    run: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  {
    icon: 'code',
    label: 'writing.code',
    thing: 'code',
    run: (editor) => editor.chain().focus().toggleMark('code').run(),
  },
  {
    icon: 'heading',
    label: 'writing.heading',
    thing: 'heading',
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    icon: 'bullets',
    label: 'writing.bullets',
    thing: 'bulletList',
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    icon: 'numbers',
    label: 'writing.numbers',
    thing: 'orderedList',
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  { icon: 'tasks', label: 'writing.tasks', run: (editor) => editor.chain().focus().toggleTasks().run() },
  {
    icon: 'quote',
    label: 'writing.quote',
    thing: 'blockquote',
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    icon: 'codeBlock',
    label: 'writing.code-block',
    thing: 'codeBlock',
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
  {
    icon: 'table',
    label: 'writing.table',
    thing: 'table',
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
];

const inTable: Tool[] = [
  { icon: 'rowAdd', label: 'writing.row-add', run: (editor) => editor.chain().focus().addRowAfter().run() },
  {
    icon: 'columnAdd',
    label: 'writing.column-add',
    run: (editor) => editor.chain().focus().addColumnAfter().run(),
  },
  {
    icon: 'rowRemove',
    label: 'writing.row-remove',
    run: (editor) => editor.chain().focus().deleteRow().run(),
  },
  {
    icon: 'columnRemove',
    label: 'writing.column-remove',
    run: (editor) => editor.chain().focus().deleteColumn().run(),
  },
  {
    icon: 'remove',
    label: 'writing.table-remove',
    run: (editor) => editor.chain().focus().deleteTable().run(),
  },
];

/** Quiet buttons for what one may also type. One stop for Tab; arrows go through it. */
export function Toolbar({ editor, className }: { editor: Editor; className?: string }) {
  const text = useText();
  const [, again] = useReducer((count: number) => count + 1, 0);
  const [isLinking, setLinking] = useState(false);
  useEffect(() => {
    editor.on('transaction', again);
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      setLinking(true);
    };
    const { dom } = editor.view;
    dom.addEventListener('keydown', onKey);
    return () => {
      editor.off('transaction', again);
      dom.removeEventListener('keydown', onKey);
    };
  }, [editor]);

  const isInTable = editor.isActive('table');
  const button = (icon: IconName, label: MessageId, isOn: boolean | undefined, onPress: () => void) => (
    <button
      key={label}
      type="button"
      aria-label={text(label)}
      title={text(label)}
      aria-pressed={isOn}
      // Pressing must not take the focus out of the text, nor the keyboard of a phone away.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={classes(
        'touchable inline-flex items-center justify-center rounded-md hover:bg-wash hover:text-ink',
        isOn ? 'bg-accent-wash text-accent' : 'text-quiet',
      )}
    >
      <Icon name={icon} size={18} />
    </button>
  );
  return (
    <>
      <AriaToolbar
        aria-label={text('writing.toolbar')}
        className={classes('flex min-w-0 flex-wrap items-center gap-0.5', className)}
      >
        {tools
          .slice(0, 4)
          .map(({ icon, label, thing, run }) =>
            button(icon, label, editor.isActive(thing!), () => run(editor)),
          )}
        {button('link', 'writing.link', editor.isActive('link'), () => setLinking(true))}
        {tools.slice(4).map(({ icon, label, thing, run }) => {
          if (thing === 'table' && isInTable) return null;
          const isOn = thing
            ? editor.isActive(thing)
            : typeof editor.getAttributes('listItem').checked === 'boolean';
          return button(icon, label, thing === 'table' ? undefined : isOn, () => run(editor));
        })}
        {isInTable &&
          inTable.map(({ icon, label, run }) => button(icon, label, undefined, () => run(editor)))}
      </AriaToolbar>
      {isLinking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </>
  );
}
