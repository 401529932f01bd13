import { htmlOf, type MentionableNames } from './html-rules.ts';
import { tokensOf } from './markdown.ts';
import type { SafeHtml } from './safe-html.ts';
import { sanitise } from './sanitise.ts';

export type { MentionableNames } from './html-rules.ts';

/** A post's Markdown as HTML that is safe to show. The same source and names always give the same HTML. */
export function renderPost(source: string, names: MentionableNames, tokens = tokensOf(source)): SafeHtml {
  return sanitise(htmlOf(tokens, names));
}
