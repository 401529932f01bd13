import sanitizeHtml from 'sanitize-html';
import { withoutDeceptiveCharacters } from './plain-characters.ts';
import type { SafeHtml } from './safe-html.ts';

/**
 * Everything that a post's HTML may hold. The renderer makes nothing else; this list stands behind it, so that a
 * mistake there, or in a library, cannot put a script, a style or a remote picture before a reader.
 */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h3', 'h4', 'h5', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li', 'input'],
    ...['strong', 'em', 's', 'a', 'span', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'class', 'rel', 'target'],
    ol: ['start', 'class'],
    ul: ['class'],
    li: ['class'],
    input: ['type', 'disabled', 'checked', 'class'],
    code: ['class'],
    span: ['class'],
    th: ['class'],
    td: ['class'],
  },
  allowedClasses: {
    a: ['mention', 'topic'],
    ul: ['contains-task-list'],
    ol: ['contains-task-list'],
    li: ['task-list-item'],
    input: ['task-list-item-checkbox'],
    code: [/^language-[\w+#-]{1,30}$/],
    span: ['link-host', /^hljs-[\w-]{1,30}$/, /^(?:function|class|inherited)_{1,2}$/],
    th: [/^align-(?:left|center|right)$/],
    td: [/^align-(?:left|center|right)$/],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: { input: (tagName, attribs) => ({ tagName, attribs: { ...attribs, disabled: '' } }) },
  exclusiveFilter: (frame) => frame.tag === 'input' && frame.attribs.type !== 'checkbox',
};

/** The last step before HTML is stored: only the allow-list survives, without characters that deceive. */
export function sanitise(html: string): SafeHtml {
  return sanitizeHtml(withoutDeceptiveCharacters(html), ALLOWED) as SafeHtml;
}
