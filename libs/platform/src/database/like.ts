/** Pattern of LIKE for a text that has `word` somewhere in it, whatever `word` contains. */
export const containing = (word: string): string => `%${escaped(word)}%`;

/** Pattern of LIKE for a text that begins with `word`. */
export const beginning = (word: string): string => `${escaped(word)}%`;

const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&');
