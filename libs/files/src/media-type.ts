/** First bytes, as Latin-1 text, and what they mean. */
const SIGNATURES: ReadonlyArray<readonly [offset: number, text: string, mediaType: string]> = [
  [0, '%PDF-', 'application/pdf'],
  [0, 'PK\x03\x04', 'application/zip'],
  [0, '\x1f\x8b', 'application/gzip'],
  [0, "7z\xbc\xaf'\x1c", 'application/x-7z-compressed'],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/x-ole-storage'],
  [0, 'OggS', 'audio/ogg'],
  [0, 'ID3', 'audio/mpeg'],
  [0, 'fLaC', 'audio/flac'],
  [0, '\x1aE\xdf\xa3', 'video/webm'],
  [4, 'ftyp', 'video/mp4'],
];

/** Office documents are zip archives: which one, only the name tells. It decides on an icon, on nothing else. */
const ZIPPED: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
};

/** How many of the first bytes are looked at. */
export const HEAD_BYTES = 4096;

/**
 * What content is, from its first bytes; what the sender says counts for nothing. Never a type that a browser
 * would run: HTML, SVG and scripts are text.
 */
export function mediaTypeOf(head: Buffer, name: string): string {
  const start = head.toString('latin1', 0, 32);
  const known = SIGNATURES.find(([offset, text]) => start.startsWith(text, offset))?.[2];
  const ending = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (known === 'application/zip') return ZIPPED[ending] ?? known;
  return known ?? (isText(head) ? 'text/plain' : 'application/octet-stream');
}

/** UTF-8 without control characters other than those of lines. */
function isText(head: Buffer): boolean {
  try {
    // As a stream: the last character may be cut.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return !/[^\P{Cc}\t\n\f\r]/u.test(text);
  } catch {
    return false;
  }
}
