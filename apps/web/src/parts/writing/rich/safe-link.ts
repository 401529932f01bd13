/** Where a post may lead to: the web, a mail address, or a page of this installation. The server has the last word. */
export function isSafeLink(href: string): boolean {
  if (href.startsWith('/')) return !/^\/[/\\]/.test(href);
  return /^(https?:\/\/[^\s]|mailto:[^\s])/i.test(href);
}

/** What somebody typed or pasted as an address; null when it is none. */
export function asLink(typed: string): string | null {
  const address = typed.trim();
  if (/\s/.test(address) || address === '') return null;
  if (isSafeLink(address)) return address;
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(address)) return `mailto:${address}`;
  return /^([\p{L}\p{N}-]+\.)+\p{L}{2,}([/?#].*)?$/u.test(address) ? `https://${address}` : null;
}
