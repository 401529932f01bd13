import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { attacks } from './fixtures/attacks.ts';
import { expectHarmless } from './fixtures/expect-harmless.ts';
import { worstCases } from './fixtures/worst-cases.ts';
import { type MentionableNames, renderPost } from './render.ts';
import { excerptOf, handlesIn, topicsIn } from './written.ts';

const hostile = {
  id: '"><script>',
  name: '"><img src=x onerror=alert(1)>\u202e</a><script>alert(1)</script>',
};
const names: MentionableNames = {
  people: new Map([['evil', hostile]]),
  communities: new Map([['quote', { ...hostile, id: "' onmouseover='" }]]),
};
const render = (source: string) => renderPost(source, names);

describe('A hostile post', () => {
  it.each(attacks)('does no harm: %s', (attack) => {
    expectHarmless(render(attack));
  });

  it('does no harm inside other Markdown either', () => {
    for (const attack of attacks) {
      for (const around of [`> ${attack}`, `- [ ] ${attack}`, `**${attack}**`, `[${attack}](https://a.nl)`]) {
        expectHarmless(render(around));
      }
      expectHarmless(render(`[x](${attack})`));
      expectHarmless(render(`![${attack}](${attack} "${attack}")`));
      expectHarmless(render(`\`\`\`${attack}\n${attack}\n\`\`\``));
    }
  });

  it('does no harm with any of the Big List of Naughty Strings', () => {
    const file = new URL('./fixtures/naughty-strings.json', import.meta.url);
    const strings = JSON.parse(readFileSync(file, 'utf8')) as string[];
    expect(strings.length).toBeGreaterThan(400);
    for (const text of strings) {
      for (const source of [text, `[${text}](${text})`, `\`\`\`html\n${text}\n\`\`\``])
        expectHarmless(render(source));
      expect(excerptOf(text).length).toBeLessThanOrEqual(2 * 140);
    }
  });

  it('does no harm when it is long', () => {
    for (const [, source] of worstCases) expectHarmless(render(source.slice(0, 2_000)));
  });

  it('leaves prototypes alone', () => {
    for (const attack of attacks) render(attack);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

const pieces = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...attacks) },
  {
    weight: 10,
    arbitrary: fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '~~',
        '`',
        '```',
        '```html\n',
        '[',
        '](',
        ')',
        '![',
        '> ',
        '- ',
        '- [ ] ',
        '1. ',
        '# ',
        '|',
      ],
      ...[
        '\n',
        '\n\n',
        '    ',
        '<',
        '>',
        '"',
        "'",
        '&',
        ';',
        '\\',
        '&#x3c;',
        '&lt;',
        'https://',
        'javascript:',
        '//',
      ],
      ...[
        '@evil',
        '@quote',
        '#topic',
        'a.nl',
        ' ',
        '|-|-|',
        '\u202e',
        '\u0000',
        '\u200b',
        '<!--',
        '-->',
        '=',
        ':',
      ],
    ),
  },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const post = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

describe('Any post', () => {
  it('never holds a tag or an attribute that is not allowed', () => {
    fc.assert(
      fc.property(post, (source) => expectHarmless(render(source))),
      { numRuns: 2_000 },
    );
  });

  it('is rendered the same every time', () => {
    fc.assert(
      fc.property(post, (source) => expect(render(source)).toBe(render(source))),
      { numRuns: 200 },
    );
  });

  it('links exactly the mentions and topics that are counted', () => {
    fc.assert(
      fc.property(post, (source) => {
        const html = render(source);
        expect(html.includes('class="topic"')).toBe(topicsIn(source).length > 0);
        const mentioned = handlesIn(source).some((handle) => handle === 'evil' || handle === 'quote');
        expect(html.includes('class="mention"')).toBe(mentioned);
      }),
      { numRuns: 1_000 },
    );
  });
});
