import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useMyId } from '~/data/session';
import { T } from '~/i18n/text';
import { noteNotOpened } from '~/ui/not-opened';
import { quoteInReply } from './quote';

const SETTLED_MS = 250;

interface Offer {
  range: Range;
  author: string;
  top: number;
  left: number;
}

/** Words selected in a post of this thread may go into the reply, with who said them. */
export function QuoteOffer({ threadId, onQuoted }: { threadId: string; onQuoted(): void }) {
  const userId = useMyId();
  const [offer, setOffer] = useState<Offer | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setOffer(offerIn(threadId)), SETTLED_MS);
    };
    document.addEventListener('selectionchange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
    };
  }, [threadId]);
  useEffect(() => {
    if (!offer) return;
    const hide = () => setOffer(null);
    window.addEventListener('scroll', hide, { passive: true });
    return () => window.removeEventListener('scroll', hide);
  }, [offer]);

  if (!offer) return null;

  async function quote({ range, author }: Offer) {
    await quoteInReply(userId, threadId, range.cloneContents(), author);
    window.getSelection()?.removeAllRanges();
    setOffer(null);
    onQuoted();
  }

  // A feed moves its threads about, and what moves would carry the button along.
  return createPortal(
    <button
      type="button"
      data-key="q"
      // Pressing must not take the selection away before it is used.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void quote(offer).catch(noteNotOpened)}
      style={{ top: offer.top, left: offer.left }}
      className="touchable fixed z-40 rounded-full bg-ink px-3 text-small font-medium text-paper"
    >
      <T id="post.quote" />
    </button>,
    document.body,
  );
}

function offerIn(threadId: string): Offer | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const around = range.commonAncestorContainer;
  const body = (around instanceof Element ? around : around.parentElement)?.closest<HTMLElement>(
    '[data-author]',
  );
  if (!body || body.closest<HTMLElement>('[data-thread]')?.dataset.thread !== threadId) return null;
  const { bottom, right, left } = range.getBoundingClientRect();
  const top = Math.min(bottom + 6, window.innerHeight - 48);
  return {
    range: range.cloneRange(),
    author: body.dataset.author ?? '',
    top: Math.max(8, top),
    left: Math.max(8, Math.min((left + right) / 2 - 80, window.innerWidth - 190)),
  };
}
