/** Where messages hold what somebody typed, and what is left of it. In this order. */
const TAKEN_OUT: Array<[RegExp, string]> = [
  [/"(?:[^"\\\n]|\\.)*"/g, '"…"'],
  [/“[^”\n]*”|‘[^’\n]*’|`[^`\n]*`/g, '"…"'],
  [/(?<!\w)'[^'\n]*'(?!\w)/g, '"…"'],
  [/\bKey \([^)\n]*\)=\([^\n]*\)/g, 'Key (…)'],
  [/\b(?:https?|wss?|postgres(?:ql)?|rediss?|smtps?):\/\/[^\s)]+/gi, '<address>'],
  [/[^\s<>()@]+@[^\s<>()@]+\.[^\s<>()@]+/g, '<address>'],
  [
    /(?<![\w:])(?:[0-9a-f]{0,4}:){3,}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4})(?![\w:])/gi,
    '<network address>',
  ],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '<network address>'],
  // Longer than any word of ours; ids of rows have hyphens in the same places always.
  [
    /(?<![\w-])(?!(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-]))(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-zA-Z])[\w+=-]{20,}/g,
    '<token>',
  ],
];

/** A message of a program without what people may have put into it. */
export const withoutContent = (message: string): string =>
  TAKEN_OUT.reduce((text, [pattern, instead]) => text.replace(pattern, instead), message);
