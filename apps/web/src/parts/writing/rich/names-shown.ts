import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const NAME = /(?<![\p{L}\p{N}\p{M}/@#&=.-])([@#])([\p{L}\p{N}](?:[\p{L}\p{N}\p{M}._-]*[\p{L}\p{N}\p{M}])?)/gu;

/** Mentions and topics look like what they will be; in the document they are plain text, as in Markdown. */
export const NamesShown = Extension.create({
  name: 'namesShown',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      state: {
        init: (_, { doc }) => namesIn(doc),
        apply: (change, before) => (change.docChanged ? namesIn(change.doc) : before),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});

function namesIn(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, at, parent) => {
    if (
      !node.isText ||
      parent?.type.spec.code ||
      node.marks.some(({ type }) => type.name !== 'bold' && type.name !== 'italic')
    )
      return;
    for (const match of node.text!.matchAll(NAME)) {
      const isTopic = match[1] === '#';
      if (isTopic && !/\p{L}/u.test(match[2]!)) continue;
      const from = at + match.index;
      found.push(Decoration.inline(from, from + match[0].length, { class: isTopic ? 'topic' : 'mention' }));
    }
  });
  return DecorationSet.create(doc, found);
}
