import MarkdownIt, { type Token } from 'markdown-it';
import taskLists from 'markdown-it-task-lists';
import { boundedTables } from './bounded-tables.ts';
import { honestLinks } from './honest-links.ts';
import { linkTo, shownAddress } from './link-policy.ts';
import { namesInText } from './names-in-text.ts';
import { withoutDeceptiveCharacters } from './plain-characters.ts';

/** Quotes in quotes and lists in lists beyond this depth are dropped: nobody reads them, and they cost time. */
const MAX_NESTING = 40;

/** The one grammar of a post, so that what is rendered, notified and indexed can never disagree. */
export const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: MAX_NESTING });

markdown.validateLink = (destination) => linkTo(destination) !== null;
markdown.normalizeLinkText = shownAddress;
markdown.use(boundedTables).use(namesInText).use(taskLists).use(honestLinks);

/** The tokens of a post's source; blocks hold their inline tokens as `children`. */
export function tokensOf(source: string): Token[] {
  return markdown.parse(withoutDeceptiveCharacters(source), {});
}
