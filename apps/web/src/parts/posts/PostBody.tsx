import { useMemo } from 'react';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { useKept } from '../use-kept';
import { fold } from './fold';
import { withTaskLabels } from './task-labels';

/**
 * The only place where HTML from the server becomes part of the page. The server has sanitised it; our
 * content security policy stands behind that. Long posts fold at a sentence; links to our own pages change the screen and
 * not the document (`useRowLinks`).
 */
export function PostBody(props: { html: string; foldable?: boolean; postId?: string | undefined }) {
  const { html, foldable = false, postId = '' } = props;
  const text = useText();
  const [isOpen, setOpen] = useKept(`unfolded ${postId}`, false);
  const folded = useMemo(() => (foldable ? fold(html) : null), [html, foldable]);
  const labelled = withTaskLabels(folded && !isOpen ? folded : html, text('task.done'), text('task.open'));
  // Code may be wider than the page; whoever has no mouse scrolls it with the arrow keys.
  const shown = labelled.replaceAll('<pre>', '<pre tabindex="0">');

  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: see above. */}
      <div className="post-body" dangerouslySetInnerHTML={{ __html: shown }} />
      {folded && (
        <Button look="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <T id={isOpen ? 'post.fold' : 'post.unfold'} />
        </Button>
      )}
    </>
  );
}
