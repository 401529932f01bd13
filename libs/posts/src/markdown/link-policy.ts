import { withoutInvisibleCharacters } from './plain-characters.ts';

/** Stands for this installation while a relative path is resolved; never shown. */
const HERE = 'https://here.invalid';

export type Link =
  | { kind: 'inside'; href: string }
  | { kind: 'mail'; href: string }
  | { kind: 'outside'; href: string; host: string; hasUserInfo: boolean };

/**
 * Where a link leads, as a browser will understand it, or null when a post may not lead there. Everything but
 * http, https, mailto and a path of this installation is refused. The WHATWG parser decides, because it is the
 * one that browsers use: `https:\\evil`, `/\evil` and `//evil` are links to another host.
 */
export function linkTo(destination: string): Link | null {
  const path = destination.startsWith('/');
  const url = path ? URL.parse(destination, HERE) : URL.parse(destination);
  if (!url) return null;
  if (path) {
    return url.origin === HERE ? { kind: 'inside', href: url.pathname + url.search + url.hash } : null;
  }
  if (url.protocol === 'mailto:') return { kind: 'mail', href: url.href };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const hasUserInfo = url.username !== '' || url.password !== '';
  return { kind: 'outside', href: url.href, host: url.host, hasUserInfo };
}

/** Endings that are far more often a file than a host; a host is still shown when one is written as a URL. */
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|dwg|dxf|ifc|rvt|jpe?g|png|csv|txt|html?)$/i;
const HOST_LIKE = /(?:[\p{L}\p{N}\p{M}-]+\.)+[\p{L}\p{N}-]{2,}/gu;

/**
 * Whether a reader of `text` could believe that the link leads to another host than it does: the text names a
 * host, and it is not this one, or it is written in letters that can look like others.
 */
export function hidesItsHost(text: string, link: Link & { kind: 'outside' }): boolean {
  if (link.hasUserInfo) return true;
  const seen = withoutInvisibleCharacters(text).normalize('NFKC').trim();
  const whole = /^https?:[/\\]{2}\S+$/i.test(seen) ? URL.parse(seen) : null;
  if (whole) return !isAscii(hostPart(seen)) || bare(whole.host) !== bare(link.host);
  // Only the part before a path can be a host in "site.example/page.html".
  const words = seen
    .split(/\s+/)
    .map((word) => word.replace(/^https?:[/\\]*/i, '').split(/[/?#\\]/)[0] ?? '');
  return words.some((word) =>
    (word.match(HOST_LIKE) ?? []).some(
      (host) => !FILE.test(host) && (!isAscii(host) || bare(host) !== bare(link.host.replace(/:\d+$/, ''))),
    ),
  );
}

/** The text of an address that was written as such: its host always in ASCII, so that look-alikes show. */
export function shownAddress(address: string): string {
  const url = URL.parse(address);
  if (!url?.host) return address;
  const written = hostPart(address);
  return isAscii(written) ? address : address.replace(written, url.host);
}

function hostPart(address: string): string {
  return /^[a-z][a-z\d+.-]*:[/\\]*([^/?#\\]*)/i.exec(address)?.[1] ?? '';
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
