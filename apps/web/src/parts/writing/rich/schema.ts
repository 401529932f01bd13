import { type Extensions, getSchema, Mark, markInputRule, Node } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import type { DOMOutputSpec, Node as PostNode } from '@tiptap/pm/model';
import StarterKit from '@tiptap/starter-kit';
import { isSafeLink } from './safe-link';

interface NodeRendering {
  node: PostNode;
  HTMLAttributes: Record<string, unknown>;
}

/** A cell holds one line; a column's alignment is a class, because a style attribute is never allowed. */
const oneLine = {
  content: 'paragraph',
  addAttributes: () => ({
    colspan: { default: 1, parseHTML: () => 1, rendered: false },
    rowspan: { default: 1, parseHTML: () => 1, rendered: false },
    colwidth: { default: null, parseHTML: () => null, rendered: false },
    align: {
      default: null,
      parseHTML: (element: HTMLElement) => /^align-(\w+)$/.exec(element.className)?.[1] ?? null,
      renderHTML: ({ align }: { align: string | null }) => (align ? { class: `align-${align}` } : {}),
    },
  }),
};

/** An item of a list; with a box to tick where `checked` is not null. */
const ListItem = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    checked: {
      default: null,
      keepOnSplit: true,
      parseHTML: (element: HTMLElement) =>
        element.dataset.checked === undefined ? null : element.dataset.checked === 'true',
      renderHTML: ({ checked }: { checked: boolean | null }) =>
        checked === null ? {} : { 'data-checked': String(checked) },
    },
  }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
});

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => isSafeLink(element.getAttribute('href') ?? '') && null,
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
});

/** Unlike TipTap's own, it may be bold, and the text of a link. */
const Code = Mark.create({
  name: 'code',
  code: true,
  exitable: true,
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: ({ HTMLAttributes }) => ['code', HTMLAttributes, 0],
  addInputRules() {
    return [markInputRule({ find: /(?:^|[^`])(`([^`]+)`)$/, type: this.type })];
  },
  addKeyboardShortcuts() {
    return { 'Mod-e': () => this.editor.commands.toggleMark(this.name) };
  },
});

/** Headings of a post stand under that of the page, as the server has them (h3 to h5). */
const Kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((one) =>
      one.name === 'heading' ? (one as Node).extend({ renderHTML: renderHeading }) : one,
    );
  },
});

function renderHeading({ node, HTMLAttributes }: NodeRendering): DOMOutputSpec {
  return [`h${node.attrs.level}`, { ...HTMLAttributes, 'aria-level': node.attrs.level + 2 }, 0];
}

/** What a post may hold, as the server's Markdown has it. */
export const schemaExtensions: Extensions = [
  Kit.configure({
    heading: { levels: [1, 2, 3] },
    listItem: false,
    listKeymap: false,
    link: false,
    code: false,
    underline: false,
    trailingNode: false,
    codeBlock: { HTMLAttributes: { spellcheck: 'false' } },
  }),
  ListItem,
  Link,
  Code,
  Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }),
  TableRow,
  TableCell.extend(oneLine),
  TableHeader.extend(oneLine),
];

export const schema = getSchema(schemaExtensions);
