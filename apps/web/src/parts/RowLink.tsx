import type { ComponentPropsWithRef } from 'react';

/** Which links `useRowLinks` follows. */
export const ROW_LINKS = 'a[data-row-link], .post-body a';

/**
 * A link of which a page has hundreds: the browser's own, followed by one listener for all of them (`useRowLinks`). The
 * router's keeps watch, each for itself, of where one is.
 */
export function RowLink({ to, ...rest }: Omit<ComponentPropsWithRef<'a'>, 'href'> & { to: string }) {
  return <a {...rest} href={to} data-row-link="" />;
}

export const pathToThread = (threadId: string, postId?: string): string =>
  `/threads/${threadId}${postId ? `#post-${postId}` : ''}`;
