import { Extension, InputRule, markInputRule } from '@tiptap/core';
import { schema } from './schema';

/**
 * Markdown typed by hand becomes the thing, as the server would read it: signs hug their words, so that
 * `2 * 3 * 4` and `snake_case_name` stay what they are.
 */
export const TypedSigns = Extension.create({
  name: 'typedSigns',
  addInputRules() {
    const { bold, italic, strike } = schema.marks;
    const marked = [
      [/(?:^|[\s(["'])(\*\*(?=\S)([^*]+)(?<=\S)\*\*)$/, bold],
      [/(?:^|[\s(["'])(__(?=\S)([^_]+)(?<=\S)__)$/, bold],
      [/(?:^|[\s(["'])(\*(?=[^\s*])([^*]+)(?<=[^\s*])\*)$/, italic],
      [/(?:^|[\s(["'])(_(?=[^\s_])([^_]+)(?<=[^\s_])_)$/, italic],
      [/(?:^|[\s(["'])(~~(?=\S)([^~]+)(?<=\S)~~)$/, strike],
    ] as const;
    return [
      ...marked.map(([find, mark]) => markInputRule({ find, type: this.editor.schema.marks[mark!.name]! })),
      new InputRule({
        find: /^\s*\[([ xX]?)\]\s$/,
        handler: ({ range, match, chain }) => {
          const checked = /x/i.test(match[1] ?? '');
          chain().deleteRange(range).asTask(checked).run();
        },
      }),
    ];
  },
});
