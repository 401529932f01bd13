import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, useMemo } from 'react';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { useKept } from '../use-kept';
import { fold } from './fold';
import { withTaskLabels } from './task-labels';

/**
 * The only place where HTML from the server becomes part of the page. The server has sanitised it; our
 * content security policy stands behind that. Long posts fold at a sentence.
 */
export function PostBody(props: { html: string; foldable?: boolean; postId?: string | undefined }) {
  const { html, foldable = false, postId = '' } = props;
  const router = useRouter();
  const text = useText();
  const [isOpen, setOpen] = useKept(`unfolded ${postId}`, false);
  const folded = useMemo(() => (foldable ? fold(html) : null), [html, foldable]);
  const labelled = withTaskLabels(folded && !isOpen ? folded : html, text('task.done'), text('task.open'));
  // Code may be wider than the page; whoever has no mouse scrolls it with the arrow keys.
  const shown = labelled.replaceAll('<pre>', '<pre tabindex="0">');

  /** Links to our own pages change the screen and not the document. */
  function follow(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || link.origin !== window.location.origin || link.target === '_blank') return;
    if (link.pathname.startsWith('/api/')) return;
    event.preventDefault();
    void router.navigate({ href: `${link.pathname}${link.search}${link.hash}` });
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only links inside are acted upon; they have the keyboard. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click. */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: see above. */}
      <div className="post-body" onClick={follow} dangerouslySetInnerHTML={{ __html: shown }} />
      {folded && (
        <Button look="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <T id={isOpen ? 'post.fold' : 'post.unfold'} />
        </Button>
      )}
    </>
  );
}
