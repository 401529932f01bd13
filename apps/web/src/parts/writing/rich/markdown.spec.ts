import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { canonical } from './canonical';
import { parseMarkdown } from './parse-markdown';
import { schema } from './schema';
import { writeMarkdown } from './write-markdown';

const again = (source: string) => writeMarkdown(parseMarkdown(source));
const { nodes } = schema;
const paragraph = (text: string) => nodes.paragraph!.create(null, text ? schema.text(text) : null);
const typed = (text: string) => writeMarkdown(nodes.doc!.create(null, paragraph(text)));

describe('what somebody types', () => {
  it.each([
    '2 * 3 = 6',
    'snake_case en nog_een_woord',
    '@handle_x, kijk even',
    '#beton en C#',
    'https://a.example/_pad_/x_y?z=1&q=*',
    'www.kring.nl/~jan',
    ':-) en ;-) en :-D',
    'a < b > c & d',
    '1 + 1 - 1',
    'Jan & Piet (zie [bijlage])',
    'f(x) = a|b',
    '50% korting!',
    'C:\\Users\\sanne',
    '~5 minuten',
  ])('is stored as it is: %s', (text) => {
    expect(typed(text)).toBe(text);
  });

  it.each([
    ['*ster*', '\\*ster*'],
    ['# geen kop', '\\# geen kop'],
    ['- geen lijst', '\\- geen lijst'],
    ['1. geen lijst', '1\\. geen lijst'],
    ['> geen citaat', '\\> geen citaat'],
    ['&amp;', '\\&amp;'],
  ])('gets a backslash only where it would become something else: %s', (text, source) => {
    const written = typed(text);
    expect(written.length).toBe(source.length);
    expect(parseMarkdown(written).textContent).toBe(text);
  });
});

describe('Markdown written by hand', () => {
  it.each([
    'Een regel\nen nog een',
    '**vet**, *schuin*, ~~weg~~ en `code`',
    '***allebei*** en **vet met *schuin* erin**',
    '# Kop\n\nTekst\n\n## Kop\n\n### Kop',
    '- een\n- twee\n  - diep\n  - dieper\n- drie',
    '3. drie\n4. vier',
    '- [ ] te doen\n- [x] gedaan',
    '> Sanne de Wit:\n> een citaat\n>\n> en nog een alinea',
    '```python\nprint("*")\n\nreturn\n```',
    '| Paal | Diepte |\n| --- | --: |\n| P1 | 12 |\n| `a\\|b` | **14** |',
    '[tekst](https://a.example/x) en [`code`](/threads/1)',
    '[met haakjes](<https://a.example/x_(y)>)',
    'Boven\n\n---\n\nOnder',
    '- een\n\n  tweede alinea\n- twee',
    '1. een\n   - a\n   - b\n2. twee',
    '````\n```\n````',
  ])('survives the editor unchanged: %s', (source) => {
    expect(again(source)).toBe(source);
  });

  it('keeps the words where it cannot keep the look', () => {
    const bold = schema.marks.bold!.create();
    const doc = nodes.doc!.create(
      null,
      nodes.paragraph!.create(null, [schema.text('foo'), schema.text('(bar)', [bold]), schema.text('baz')]),
    );
    expect(parseMarkdown(writeMarkdown(doc)).textContent).toBe('foo(bar)baz');
  });

  it('leads nowhere that a post may not lead', () => {
    const doc = parseMarkdown('[x](javascript:alert(1)) [y](//evil.example) ![z](data:image/png;base64,x)');
    expect(JSON.stringify(doc.toJSON())).not.toContain('link');
  });
});

const words = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('beton', 'de kraan', 'één', 'a', '12', 'is', 'x y') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['*', '**', '_', '__', '~', '~~', '`', '[', ']', '](', '<', '>', '&amp;', '&', '!', '!['],
      ...['#', '# ', '- ', '+ ', '1. ', '2) ', '|', '---', '===', '```', '~~~', '\\', '[ ] ', '    ', ':-)'],
      ...[
        'https://a.nl/_x_',
        'a_b_c',
        '@jan',
        '#top',
        '<b>',
        '<http://x.nl>',
        '(',
        ')',
        '.',
        '"',
        '|-|',
        ': ',
      ],
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
const text = fc
  .array(words, { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''))
  .filter((said) => said !== '');
const marks = fc
  .subarray(['bold', 'italic', 'strike'], { maxLength: 2 })
  .map((names) => names.map((name) => schema.marks[name]!.create()));

/** Looks begin and end at spaces here: Markdown has no words for some of the rest (see above). */
const inline = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple(text, fc.constant([])) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom('vet', 'twee woorden', 'a_b', '2 * 3'), marks) },
      {
        weight: 1,
        arbitrary: fc.tuple(
          fc.constantFrom('x', '`', 'a * b', ' '),
          fc.constant([schema.marks.code!.create()]),
        ),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(
          fc.constantFrom('hier', 'a [b]', 'x_y'),
          fc
            .constantFrom('https://a.nl/', '/x', 'https://a.nl/(_)')
            .map((href) => [schema.marks.link!.create({ href })]),
        ),
      },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) =>
    parts.flatMap((part) =>
      part === null
        ? [nodes.hardBreak!.create()]
        : part[1].length > 0
          ? [schema.text(' '), schema.text(part[0], part[1]), schema.text(' ')]
          : [schema.text(part[0])],
    ),
  );

const block: fc.Memo<Node> = fc.memo((depth) => {
  const leaf = fc.oneof(
    { weight: 5, arbitrary: inline.map((content) => nodes.paragraph!.create(null, content)) },
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), inline)
      .map(([level, content]) => nodes.heading!.create({ level }, content)),
    fc
      .tuple(fc.constantFrom(null, 'sql'), fc.constantFrom('', 'x', '```\ny', 'a\n\n  b'))
      .map(([language, code]) => nodes.codeBlock!.create({ language }, code ? schema.text(code) : null)),
    fc.constant(null).map(() => nodes.horizontalRule!.create()),
    fc.array(fc.array(inline, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((rows) =>
      nodes.table!.create(
        null,
        rows.map((cells) =>
          nodes.tableRow!.create(
            null,
            cells.map((content) => nodes.tableCell!.create(null, nodes.paragraph!.create(null, content))),
          ),
        ),
      ),
    ),
  );
  if (depth <= 1) return leaf;
  const items = fc.array(
    fc
      .tuple(
        fc.constantFrom(null, null, true, false),
        fc.array(block(depth - 1), { minLength: 1, maxLength: 3 }),
      )
      .map(([checked, content]) => nodes.listItem!.create({ checked }, content)),
    { minLength: 1, maxLength: 3 },
  );
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    items.map((content) => nodes.bulletList!.create(null, content)),
    fc
      .tuple(fc.constantFrom(1, 3), items)
      .map(([start, content]) => nodes.orderedList!.create({ start }, content)),
    fc
      .array(block(depth - 1), { minLength: 1, maxLength: 3 })
      .map((content) => nodes.blockquote!.create(null, content)),
  );
});

describe('any document', () => {
  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(fc.array(block(3), { minLength: 1, maxLength: 4 }), (blocks) => {
        const doc = canonical(nodes.doc!.create(null, blocks));
        const source = writeMarkdown(doc);
        const read = canonical(parseMarkdown(source));
        expect({ source, doc: read.toJSON() }).toEqual({ source, doc: doc.toJSON() });
      }),
      { numRuns: 400 },
    );
  });

  it('never loses a word, whatever is bold', () => {
    const piece = fc.tuple(text, marks).map(([said, look]) => schema.text(said, look));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (content) => {
        const doc = canonical(nodes.doc!.create(null, nodes.paragraph!.create(null, content)));
        expect(parseMarkdown(writeMarkdown(doc)).textContent).toBe(doc.textContent);
      }),
      { numRuns: 400 },
    );
  });
});

describe('any text', () => {
  it('is stable: what the editor made of it once it keeps', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (lines) => {
        const once = again(lines.join('\n'));
        expect(again(once)).toBe(once);
      }),
      { numRuns: 400 },
    );
  });
});
