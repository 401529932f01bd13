declare module 'markdown-it-task-lists' {
  import type MarkdownIt from 'markdown-it';

  /** `- [ ] to do` and `- [x] done`; the boxes are disabled unless `enabled` is given. */
  export default function taskLists(
    markdown: MarkdownIt,
    options?: { enabled?: boolean; label?: boolean },
  ): void;
}
