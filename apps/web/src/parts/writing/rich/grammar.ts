import MarkdownIt, { type Token } from 'markdown-it';
import { isSafeLink } from './safe-link';

/** The grammar of the server's posts, without what only rendering needs. */
const grammar = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 40 });
grammar.validateLink = isSafeLink;
// What was written stays as it was written.
grammar.normalizeLinkText = (address) => address;

export const tokensOf = (source: string): Token[] => grammar.parse(source, {});
