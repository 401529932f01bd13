import type { Node } from '@tiptap/pm/model';
import { canonicalBlock } from './canonical';
import { schema } from './schema';
import { type Context, writeText } from './write-text';

/** Nodes never change, so what was written of one stays true: a key costs one paragraph and not the post. */
const written = new WeakMap<Node, Node[]>();
const texts = new WeakMap<Node, Map<string, string>>();

/** The Markdown that a person would have written for this. */
export function writeMarkdown(doc: Node): string {
  const blocks = doc.children.flatMap((block) => {
    const known = written.get(block) ?? canonicalBlock(ours(block));
    written.set(block, known);
    return known;
  });
  return writeBlocks(blocks, 0);
}

/** An editor makes a schema of its own; nodes of two schemas are never equal. */
const ours = (block: Node): Node =>
  block.type.schema === schema ? block : schema.nodeFromJSON(block.toJSON());

function writeBlocks(blocks: readonly Node[], depth: number): string {
  let other = false;
  return blocks
    .map((block, index) => {
      // Two lists after each other would read as one.
      const before = blocks[index - 1];
      other = before?.type === block.type && !other;
      return writeBlock(block, depth, other);
    })
    .join('\n\n');
}

function writeBlock(block: Node, depth: number, other: boolean): string {
  const known = texts.get(block) ?? new Map<string, string>();
  texts.set(block, known);
  const key = `${depth > 0}${other}`;
  const text = known.get(key) ?? compose(block, depth, other);
  known.set(key, text);
  return text;
}

function compose(block: Node, depth: number, other: boolean): string {
  switch (block.type.name) {
    case 'paragraph':
      return writeText(block, 'paragraph');
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${writeText(block, 'heading')}`;
    case 'codeBlock':
      return fenced(block);
    case 'horizontalRule':
      // "- ---" would be a rule and no list.
      return depth > 0 ? '___' : '---';
    case 'blockquote':
      return prefixed(writeBlocks(block.children, depth), '> ', '> ');
    case 'bulletList':
      return block.children.map((item) => writeItem(item, other ? '+ ' : '- ', depth)).join('\n');
    case 'orderedList': {
      const sign = other ? ') ' : '. ';
      const numbered = (item: Node, index: number) =>
        writeItem(item, `${block.attrs.start + index}${sign}`, depth);
      return block.children.map(numbered).join('\n');
    }
    case 'table':
      return writeTable(block);
    default:
      return '';
  }
}

function writeItem(item: Node, sign: string, depth: number): string {
  return prefixed(textOfItem(item, depth + 1), sign, ' '.repeat(sign.length));
}

function textOfItem(item: Node, depth: number): string {
  const { checked } = item.attrs;
  const [first, ...rest] = item.children;
  if (first!.type.name !== 'paragraph') return writeBlocks(item.children, depth);
  const context: Context = checked === null ? 'item' : 'task';
  const box = checked === null ? '' : checked ? '[x] ' : '[ ] ';
  const head = box + writeText(first!, context);
  const next = rest[0];
  if (!next) return head;
  // A list right under its item needs no empty line, unless it would not be seen as a list there.
  const isTight = next.type.name === 'bulletList' || next.attrs.start === 1;
  return `${head}${isTight ? '\n' : '\n\n'}${writeBlocks(rest, depth)}`;
}

function writeTable(table: Node): string {
  const lines = table.children.map((row) => {
    const cells = row.children.map((cell) => writeText(cell.firstChild!, 'cell').replaceAll('|', '\\|'));
    return `| ${cells.join(' | ')} |`;
  });
  const rules = table.firstChild!.children.map(({ attrs }) => RULES[String(attrs.align)] ?? '---');
  lines.splice(1, 0, `| ${rules.join(' | ')} |`);
  return lines.join('\n');
}

const RULES: Record<string, string> = { left: ':--', center: ':-:', right: '--:' };

function fenced(block: Node): string {
  const code = block.textContent;
  let fence = '```';
  while (code.includes(fence)) fence += '`';
  return `${fence}${block.attrs.language ?? ''}\n${code}${code === '' ? '' : '\n'}${fence}`;
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => {
      const prefix = index === 0 ? first : others;
      return line === '' ? prefix.trimEnd() : prefix + line;
    })
    .join('\n');
}
