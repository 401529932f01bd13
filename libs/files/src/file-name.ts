const LONGEST = 200;
const PATHS = /^.*[/\\]/s;
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** The name of an upload as it may be shown and handed back: no path, nothing that cannot be seen. */
export function fileName(given: string | undefined): string {
  const name = (given ?? '').normalize('NFC').replace(PATHS, '').replace(UNSEEN, '').trim();
  const whole = name.toWellFormed();
  if (/^\.*$/.test(whole)) return 'file';
  if (whole.length <= LONGEST) return whole;
  const ending = /\.[^.]{1,12}$/.exec(whole)?.[0] ?? '';
  return whole.slice(0, LONGEST - ending.length).toWellFormed() + ending;
}

/** RFC 6266: a plain name for old clients, the real one for all others. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const real = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${real}`;
}
