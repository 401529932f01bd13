/** Where to go after logging in: only ever a path of this very site, never an address somebody else chose. */
export function ownPath(next: unknown, origin: string = window.location.origin): string | null {
  if (typeof next !== 'string' || !next.startsWith('/')) return null;
  let url: URL;
  try {
    url = new URL(next, origin);
  } catch {
    return null;
  }
  if (url.origin !== origin || url.pathname === '/login') return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
