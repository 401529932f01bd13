import type { Mark, Node, NodeType } from '@tiptap/pm/model';
import type { Token } from 'markdown-it';
import { tokensOf } from './grammar';
import { schema } from './schema';

const { nodes, marks } = schema;

interface Open {
  type: NodeType;
  attrs: Record<string, unknown>;
  content: Node[];
}

const MARKS: Record<string, string> = { strong: 'bold', em: 'italic', s: 'strike' };
const BLOCKS: Record<string, string> = {
  paragraph: 'paragraph',
  blockquote: 'blockquote',
  bullet_list: 'bulletList',
  ordered_list: 'orderedList',
  list_item: 'listItem',
  table: 'table',
  tr: 'tableRow',
  th: 'tableHeader',
  td: 'tableCell',
};
const TASK = /^\[([ xX])\] +(?=\S)/;
const DEEPEST_HEADING = 3;

/** The document that Markdown says. Whatever it says that the editor has no word for stays, as text. */
export function parseMarkdown(source: string): Node {
  const stack: Open[] = [{ type: nodes.doc!, attrs: {}, content: [] }];
  const put = (node: Node) => stack.at(-1)!.content.push(node);
  const begin = (type: string, attrs: Record<string, unknown> = {}) =>
    stack.push({ type: nodes[type]!, attrs, content: [] });
  const end = () => {
    const { type, attrs, content } = stack.pop()!;
    const whole = type.createAndFill(attrs, content);
    if (whole) put(whole);
    else for (const node of content) put(node);
  };

  for (const token of tokensOf(source)) {
    const name = token.type.replace(/_(open|close)$/, '');
    if (token.type === 'inline') {
      const item = stack.at(-2);
      const isText = stack.at(-1)!.type === nodes.paragraph;
      const isFirst =
        isText && item !== undefined && item.type === nodes.listItem && item.content.length === 0;
      const task = isFirst ? TASK.exec(token.content) : null;
      if (task && item) item.attrs = { checked: task[1] !== ' ' };
      for (const node of inline(token.children ?? [], task?.[0].length ?? 0)) put(node);
    } else if (token.type === 'fence' || token.type === 'code_block') {
      const language = token.info.trim().split(/\s/, 1)[0] || null;
      const code = token.content.replace(/\n$/, '');
      put(nodes.codeBlock!.create({ language }, code ? schema.text(code) : null));
    } else if (token.type === 'hr') put(nodes.horizontalRule!.create());
    else if (name === 'heading' && token.nesting > 0)
      begin('heading', { level: Math.min(Number(token.tag.slice(1)), DEEPEST_HEADING) });
    else if (name === 'heading') end();
    else if (BLOCKS[name] && token.nesting > 0) {
      begin(BLOCKS[name], attrsOf(token));
      if (name === 'th' || name === 'td') begin('paragraph');
    } else if (BLOCKS[name]) {
      if (name === 'th' || name === 'td') end();
      end();
    }
  }
  return nodes.doc!.createAndFill(null, stack[0]!.content)!;
}

function attrsOf(token: Token): Record<string, unknown> {
  if (token.type === 'ordered_list_open') return { start: Number(token.attrGet('start') ?? 1) };
  const align = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
  return align ? { align } : {};
}

function inline(tokens: Token[], toSkip: number): Node[] {
  let skip = toSkip;
  const found: Node[] = [];
  let active: readonly Mark[] = [];
  const say = (text: string, mark?: Mark) => {
    const said = skip > 0 ? text.slice(skip) : text;
    skip = Math.max(0, skip - text.length);
    if (said) found.push(schema.text(said, mark ? mark.addToSet(active) : active));
  };
  for (const token of tokens) {
    const markName = MARKS[token.type.replace(/_(open|close)$/, '')];
    if (markName) {
      const mark = marks[markName]!.create();
      active = token.nesting > 0 ? mark.addToSet(active) : mark.removeFromSet(active);
    } else if (token.type === 'link_open') {
      // An address that stands there by itself is a link because it is one; it needs no mark.
      if (token.info !== 'auto') {
        active = marks.link!.create({ href: String(token.attrGet('href')) }).addToSet(active);
      }
    } else if (token.type === 'link_close') active = marks.link!.removeFromSet(active);
    else if (token.type === 'code_inline') say(token.content, marks.code!.create());
    else if (token.type === 'softbreak' || token.type === 'hardbreak') found.push(nodes.hardBreak!.create());
    else if (token.type === 'image') say(...picture(token));
    else say(token.content);
  }
  return joined(found);
}

/** The server shows a picture's address as a link, so that reading tells nobody; so does the editor. */
function picture(token: Token): [string, Mark] {
  const href = String(token.attrGet('src'));
  return [token.content.trim() || href, marks.link!.create({ href })];
}

/** Neighbouring texts that look the same are one text. */
function joined(found: Node[]): Node[] {
  const result: Node[] = [];
  for (const node of found) {
    const before = result.at(-1);
    if (before?.isText && node.isText && before.sameMarkup(node))
      result[result.length - 1] = schema.text(before.text! + node.text!, before.marks);
    else result.push(node);
  }
  return result;
}
