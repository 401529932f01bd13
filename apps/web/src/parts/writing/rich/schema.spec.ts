import { expect, test } from '@jest/globals';
import { schema } from './schema';

test('headings in the editor stand under that of the page, as in the post that it becomes', () => {
  const levels = [1, 2, 3].map((level) => {
    const heading = schema.nodes.heading!.create({ level }, schema.text('Kop'));
    const [tag, attributes] = heading.type.spec.toDOM!(heading) as unknown as [string, object];
    return { tag, ...attributes };
  });
  expect(levels).toEqual([
    { tag: 'h1', 'aria-level': 3 },
    { tag: 'h2', 'aria-level': 4 },
    { tag: 'h3', 'aria-level': 5 },
  ]);
});
