import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';
import en from './en.json' with { type: 'json' };

const src = join(import.meta.dirname, '..');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/u.test(path) && !/\.(spec|d|fixture)\.tsx?$/u.test(path))
  .map((path) => ({ path, code: readFileSync(join(src, path), 'utf8') }));

const others = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.json') && file !== 'en.json')
  .map((file) => ({
    file,
    texts: JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Record<string, string>,
  }));

/** Keys that are put together from a code, such as `problem.${code}`. */
const families = [
  'problem.',
  'arrived.',
  'system.concern-',
  'first.because-',
  'notify.',
  'notifications.',
  'push.',
  'field.',
  'kind.',
  'composer.',
  'community.',
  'level.',
  'role.',
  'drafts.',
  // Read by languages-plugin.ts, before the texts are loaded.
  'language.name',
];

const placeholders = (message: string) => {
  const names = new Set<string>();
  const walk = (parts: ReturnType<typeof parse>): void => {
    for (const part of parts) {
      if (part.type !== TYPE.literal && part.type !== TYPE.pound) names.add(part.value);
      if (part.type === TYPE.plural || part.type === TYPE.select)
        for (const option of Object.values(part.options)) walk(option.value);
      if (part.type === TYPE.tag) walk(part.children);
    }
  };
  walk(parse(message));
  return [...names].sort();
};

describe('texts', () => {
  it.each(others)('are the same set in English and $file, with the same placeholders', ({ texts }) => {
    expect(Object.keys(texts)).toEqual(Object.keys(en));
    for (const [key, message] of Object.entries(en)) {
      expect([key, placeholders(texts[key]!)]).toEqual([key, placeholders(message)]);
    }
  });

  it('are all used somewhere', () => {
    const code = sources.map((source) => source.code).join('\n');
    const unused = Object.keys(en).filter(
      (key) =>
        !code.includes(`'${key}'`) && !code.includes(`"${key}"`) && !families.some((f) => key.startsWith(f)),
    );
    expect(unused).toEqual([]);
  });

  it('stand in no component itself', () => {
    const literal = sources.filter(({ path }) => path.endsWith('.tsx')).flatMap(literalTexts);
    expect(literal).toEqual([]);
  });
});

const spokenAttributes = new Set([
  'aria-label',
  'title',
  'alt',
  'placeholder',
  'label',
  'hint',
  'description',
]);

/** Words in JSX: text between tags, and attributes that are read or heard. The product's own name is none. */
function literalTexts({ path, code }: { path: string; code: string }): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(`${path}: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const name = node.name.getText();
      // `label` of a part may be a key: `nav.unread`.
      const isKey = node.initializer.text in en;
      if (spokenAttributes.has(name) && /\p{L}/u.test(node.initializer.text) && !isKey)
        found.push(`${path}: ${name}="${node.initializer.text}"`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}
