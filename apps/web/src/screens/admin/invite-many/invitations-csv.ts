/** A spreadsheet takes what begins so for a formula, also in full-width forms: OWASP, CSV Injection. */
const FORMULA = /^[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/u;

/** A cell that shows what it holds and never computes. */
const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** With the mark by which Excel knows UTF-8, and the line ends that it expects. */
export const csvOf = (rows: string[][]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
