import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ROW_LINKS } from '~/parts/RowLink';

/** Whoever rests on a link for so long may mean it. */
const INTENT_MS = 50;

/**
 * Follows the links that are plain elements (RowLink, and those in posts) without a new document, and asks for what
 * they lead to when a pointer, a finger or the focus comes to them.
 */
export function useRowLinks(): void {
  const router = useRouter();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const prepare = (link: HTMLAnchorElement) =>
      void router.preloadRoute({ to: link.pathname }).catch(() => {});
    const follow = (event: MouseEvent) => {
      const link = ownLinkAt(event.target);
      const isPlain =
        event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (!link || !isPlain || event.defaultPrevented) return;
      event.preventDefault();
      void router.navigate({ href: `${link.pathname}${link.search}${link.hash}` });
    };
    const comeNear = ({ target }: Event) => {
      clearTimeout(timer);
      const link = ownLinkAt(target);
      if (link) timer = setTimeout(() => prepare(link), INTENT_MS);
    };
    const press = ({ target }: Event) => {
      const link = ownLinkAt(target);
      if (link) prepare(link);
    };
    document.addEventListener('click', follow);
    document.addEventListener('pointerover', comeNear, { passive: true });
    document.addEventListener('focusin', comeNear);
    document.addEventListener('pointerdown', press, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', follow);
      document.removeEventListener('pointerover', comeNear);
      document.removeEventListener('focusin', comeNear);
      document.removeEventListener('pointerdown', press);
    };
  }, [router]);
}

/** Not what the server answers, such as a file, nor what opens in a place of its own. */
function ownLinkAt(target: EventTarget | null): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>(ROW_LINKS) : null;
  if (!link || link.origin !== window.location.origin || link.target === '_blank') return null;
  return link.pathname.startsWith('/api/') ? null : link;
}
