import type { Env, RendererRule, Token } from 'markdown-it';
import { type Highlighter, highlighterForOnePost } from './highlight.ts';
import { markdown } from './markdown.ts';

/** Those whom a post may mention, by handle in lower case; other `@words` stay text. */
export interface MentionableNames {
  people: ReadonlyMap<string, Mentionable>;
  communities: ReadonlyMap<string, Mentionable>;
}

interface Mentionable {
  id: string;
  name: string;
}

/** What the rules know while they render one post. */
interface OnePost {
  names: MentionableNames;
  highlight: Highlighter;
}

function onePost(env: Env | undefined): OnePost {
  return env as unknown as OnePost;
}

const { escapeHtml } = markdown.utils;
const rules = markdown.renderer.rules;

/** A post stands under the headings of its page, so its own begin at h3 and go no deeper than h5. */
const HEADINGS: Record<string, string> = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h5', h5: 'h5', h6: 'h5' };

const heading: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return `<${token.nesting < 0 ? '/' : ''}${HEADINGS[token.tag] ?? 'h5'}>${token.nesting < 0 ? '\n' : ''}`;
};

/** Columns are aligned by class: a style attribute is never allowed. */
const cell: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  const align = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
  return align ? `<${token.tag} class="align-${align}">` : `<${token.tag}>`;
};

const fence: RendererRule = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const language = (token.info.trim().split(/\s/, 1)[0] ?? '').toLowerCase();
  const coloured = onePost(env).highlight(token.content, language);
  const code = coloured
    ? `<code class="language-${escapeHtml(language)}">${coloured}</code>`
    : `<code>${escapeHtml(token.content)}</code>`;
  return `<pre>${code}</pre>\n`;
};

const mention: RendererRule = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const { people, communities } = onePost(env).names;
  const handle = String(token.meta?.name);
  const person = people.get(handle);
  if (person) return mentionOf('people', person);
  const community = communities.get(handle);
  return community ? mentionOf('communities', community) : escapeHtml(token.content);
};

function mentionOf(where: 'people' | 'communities', { id, name }: Mentionable): string {
  return `<a class="mention" href="/${where}/${encodeURIComponent(id)}">@${escapeHtml(name)}</a>`;
}

const topic: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  const href = `/topics/${encodeURIComponent(String(token.meta?.name))}`;
  return `<a class="topic" href="${href}">${escapeHtml(token.content)}</a>`;
};

const linkHost: RendererRule = (tokens, index) =>
  ` <span class="link-host">[${escapeHtml(tokens[index]!.content)}]</span>`;

Object.assign(rules, { heading_open: heading, heading_close: heading, th_open: cell, td_open: cell });
Object.assign(rules, { fence, mention, topic, link_host: linkHost });

/** The HTML of a post's tokens, before it is sanitised. */
export function htmlOf(tokens: Token[], names: MentionableNames): string {
  const post: OnePost = { names, highlight: highlighterForOnePost() };
  return markdown.renderer.render(tokens, markdown.options, { ...post });
}
