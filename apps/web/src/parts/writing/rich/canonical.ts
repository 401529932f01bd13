import type { Node } from '@tiptap/pm/model';
import { type Character, lineOf, nodesOf, paragraphsOf } from './characters';
import { schema } from './schema';

const { nodes } = schema;

/** The document as Markdown can say it: nothing empty, nothing that Markdown has no words for. */
export function canonical(doc: Node): Node {
  return nodes.doc!.createAndFill(null, childrenOf(doc))!;
}

const childrenOf = (parent: Node): Node[] => parent.children.flatMap(canonicalBlock);

export function canonicalBlock(block: Node): Node[] {
  switch (block.type.name) {
    case 'paragraph':
      return paragraphsOf(block).map((one) => nodes.paragraph!.create(null, nodesOf(withoutBareLinks(one))));
    case 'heading': {
      const line = withoutBareLinks(lineOf(block));
      return line.length > 0 ? [nodes.heading!.create({ level: block.attrs.level }, nodesOf(line))] : [];
    }
    case 'codeBlock': {
      const language = /^[^\s`]+/.exec(String(block.attrs.language ?? ''))?.[0] ?? null;
      return [nodes.codeBlock!.create({ language }, block.content)];
    }
    case 'bulletList':
    case 'orderedList': {
      const items = block.children.flatMap(canonicalItem);
      return items.length > 0 ? [block.type.create(listAttrs(block), items)] : [];
    }
    case 'blockquote': {
      const content = childrenOf(block);
      return content.length > 0 ? [nodes.blockquote!.create(null, content)] : [];
    }
    case 'table':
      return canonicalTable(block);
    default:
      return [block];
  }
}

const listAttrs = (list: Node) => (list.type.name === 'orderedList' ? { start: list.attrs.start } : null);

function canonicalItem(item: Node): Node[] {
  const content = childrenOf(item);
  if (content.length === 0) return [];
  const checked = content[0]!.type.name === 'paragraph' ? item.attrs.checked : null;
  return [nodes.listItem!.create({ checked }, content)];
}

/** The first row is the head, every row is as long as the longest, and a column is aligned as its head is. */
function canonicalTable(table: Node): Node[] {
  const columns = Math.max(0, ...table.children.map((row) => row.childCount));
  if (columns === 0) return [];
  const rows = table.children.map((row, index) =>
    nodes.tableRow!.create(
      null,
      Array.from({ length: columns }, (_, column) => {
        const type = index === 0 ? nodes.tableHeader! : nodes.tableCell!;
        const align = table.firstChild!.maybeChild(column)?.attrs.align ?? null;
        const text = row.maybeChild(column)?.firstChild;
        const line = text ? nodesOf(withoutBareLinks(lineOf(text))) : [];
        return type.create({ align }, nodes.paragraph!.create(null, line));
      }),
    ),
  );
  return [nodes.table!.create(null, rows)];
}

/** An address that leads to itself is a link anyway. */
function withoutBareLinks(characters: Character[]): Character[] {
  const result = [...characters];
  for (let from = 0; from < result.length; ) {
    const link = result[from]!.marks.find(({ type }) => type.name === 'link');
    let to = from + 1;
    if (link) {
      while (to < result.length && link.isInSet(result[to]!.marks)) to++;
      const words = result.slice(from, to).map(({ text }) => text);
      if (words.join('') === link.attrs.href && !link.attrs.href.startsWith('/'))
        for (let at = from; at < to; at++)
          result[at] = { text: result[at]!.text, marks: link.removeFromSet(result[at]!.marks) };
    }
    from = to;
  }
  return result;
}
