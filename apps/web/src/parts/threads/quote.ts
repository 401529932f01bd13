import { inThread } from '~/data/drafts/places';
import { drafts } from '~/data/drafts/use-draft';
import type { PostView } from '~/data/types';
import { richCode } from '../writing/use-rich';

/** Words of a post, with who said them, under what stands in the reply already. */
export async function quoteInReply(
  userId: string,
  threadId: string,
  words: DocumentFragment,
  author: string,
): Promise<void> {
  const { quoteOf } = await richCode.load();
  const quoted = quoteOf(words, author);
  const place = inThread(threadId);
  const draft = drafts.read(userId, place);
  drafts.write(userId, place, { ...draft, body: draft.body ? `${draft.body}\n\n${quoted}` : quoted });
}

/** What is selected in the post, else all of it: nobody needs a mouse to quote. */
export function quotePost(userId: string, post: PostView): Promise<void> {
  const whole = document.createElement('template');
  whole.innerHTML = post.html;
  const words = selectedIn(document.getElementById(`post-${post.id}`)) ?? whole.content;
  return quoteInReply(userId, post.threadId, words, post.author.name);
}

function selectedIn(element: HTMLElement | null): DocumentFragment | null {
  const selection = window.getSelection();
  if (!element || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const body = element.querySelector('[data-author]');
  return body?.contains(range.commonAncestorContainer) ? range.cloneContents() : null;
}
