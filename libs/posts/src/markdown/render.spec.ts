import { type MentionableNames, renderPost } from './render.ts';

const names: MentionableNames = {
  people: new Map([
    ['sanne', { id: 'p1', name: 'Sanne de Wit' }],
    ['jan.de-vries', { id: 'p2', name: 'Jan <de> Vries' }],
  ]),
  communities: new Map([['noord', { id: 'c1', name: 'Nieuwbouw Noord' }]]),
};
const html = (source: string) => renderPost(source, names).trim();

describe('Markdown in a post', () => {
  it('keeps a single newline as a line break', () => {
    expect(html('one\ntwo')).toBe('<p>one<br />\ntwo</p>');
  });

  it('puts headings under those of the page', () => {
    expect(html('# a\n## b\n### c\n###### d').replaceAll('\n', '')).toBe(
      '<h3>a</h3><h4>b</h4><h5>c</h5><h5>d</h5>',
    );
  });

  it('shows tables, aligned by class and never by style', () => {
    expect(html('|a|b|\n|-|-:|\n|1|2|')).toContain('<td>1</td>\n<td class="align-right">2</td>');
  });

  it('ends a table that asks for more cells than anybody writes, and keeps the rest as text', () => {
    const shown = html(`${'a|'.repeat(50)}\n${'-|'.repeat(50)}\n${'x\n'.repeat(500)}end`);
    expect(shown.match(/<td>/g)!.length).toBeLessThan(6_000);
    expect(shown).toMatch(/end<\/p>$/);
  });

  it('shows task lists with boxes that cannot be ticked', () => {
    expect(html('- [ ] pile plan\n- [x] permit')).toBe(
      [
        '<ul class="contains-task-list">',
        '<li class="task-list-item"><input class="task-list-item-checkbox" disabled type="checkbox" /> pile plan</li>',
        '<li class="task-list-item"><input class="task-list-item-checkbox" checked disabled type="checkbox" /> permit</li>',
        '</ul>',
      ].join('\n'),
    );
  });

  it('colours code of a known language by class names, and shows other code as it is', () => {
    expect(html('```python\nreturn 1\n```')).toBe(
      '<pre><code class="language-python"><span class="hljs-keyword">return</span> <span class="hljs-number">1</span>\n</code></pre>',
    );
    expect(html('```klingon\n<b>\n```')).toBe('<pre><code>&lt;b&gt;\n</code></pre>');
  });

  it('shows HTML as the text that it is', () => {
    expect(html('<b>bold</b>')).toBe('<p>&lt;b&gt;bold&lt;/b&gt;</p>');
  });

  it('links to a picture instead of fetching it', () => {
    expect(html('![Kade](https://a.example/kade.png)')).toBe(
      '<p><a href="https://a.example/kade.png" rel="nofollow noopener noreferrer" target="_blank">Kade</a></p>',
    );
  });
});

describe('Mentions', () => {
  it('link to people and communities by their name', () => {
    expect(html('@sanne, zie @noord.')).toBe(
      '<p><a class="mention" href="/people/p1">@Sanne de Wit</a>, zie <a class="mention" href="/communities/c1">@Nieuwbouw Noord</a>.</p>',
    );
  });

  it('find handles with dots and dashes, in any case, and escape the name', () => {
    expect(html('(@Jan.de-Vries.)')).toContain('href="/people/p2">@Jan &lt;de&gt; Vries</a>.)');
  });

  it.each([
    '@nobody',
    'mail sanne@sanne',
    '`@sanne`',
    '    @sanne',
    'a/@sanne',
    '\\@sanne',
    '@@sanne',
    '@sanne-marie',
  ])('are not made of %j', (source) => {
    expect(html(source)).not.toContain('class="mention"');
  });

  it('are not made in the text of a link', () => {
    expect(html('[@sanne](/files)')).toBe('<p><a href="/files">@sanne</a></p>');
  });
});

describe('Topics', () => {
  it('link to their page in lower case, and read as written', () => {
    expect(html('#Beton en _#bouw-fase2_')).toBe(
      '<p><a class="topic" href="/topics/beton">#Beton</a> en <em><a class="topic" href="/topics/bouw-fase2">#bouw-fase2</a></em></p>',
    );
  });

  it('may be written in any alphabet', () => {
    expect(html('#überbau')).toContain('href="/topics/%C3%BCberbau"');
  });

  it.each([
    '#123',
    '`#beton`',
    'https://a.nl/#beton',
    'a#b',
    `#${'a'.repeat(51)}`,
    '\\#beton',
    '&#120;',
    '##',
  ])('are not made of %j', (source) => {
    expect(html(source)).not.toContain('class="topic"');
  });
});

describe('Links', () => {
  const link = (href: string, text: string) =>
    `<a href="${href}" rel="nofollow noopener noreferrer" target="_blank">${text}</a>`;

  it('inside this installation are plain', () => {
    expect(html('[besluit](/threads/1?x=2#post)')).toBe('<p><a href="/threads/1?x=2#post">besluit</a></p>');
  });

  it('to addresses in the text are made, with the punctuation after them left out', () => {
    expect(html('Zie https://a.nl/b.')).toBe(`<p>Zie ${link('https://a.nl/b', 'https://a.nl/b')}.</p>`);
    expect(html('jan@a.nl')).toBe('<p><a href="mailto:jan@a.nl">jan@a.nl</a></p>');
  });

  it.each([
    ['[bank.nl](https://evil.example)', 'evil.example'],
    ['[https://bank.nl/login](https://evil.example)', 'evil.example'],
    ['[**bank**.nl](https://evil.example)', 'evil.example'],
    ['[ｂａｎｋ．nl](https://evil.example)', 'evil.example'],
    ['[ba\u200bnk.nl](https://evil.example)', 'evil.example'],
    ['[inloggen bij bank.nl.](https://evil.example:8080/bank.nl)', 'evil.example:8080'],
    ['<https://bank.nl@evil.example>', 'evil.example'],
    ['[https://bank.nl%2f@evil.example](https://bank.nl%2f@evil.example)', 'evil.example'],
    ['[аррӏе.com](https://аррӏе.com)', 'xn--80ak6aa92e.com'],
    ['[![bank.nl](x)](https://evil.example)', 'evil.example'],
    ['![bank.nl](https://evil.example/x.png)', 'evil.example'],
  ])('whose text hides where they lead show it: %s', (source, host) => {
    expect(html(source)).toMatch(new RegExp(`</a> <span class="link-host">\\[${host}\\]</span></p>$`));
  });

  it.each([
    '[de tekening](https://a.nl)',
    '[a.nl](https://a.nl/pad)',
    '[www.a.nl](https://a.nl)',
    '[plan.pdf](https://a.nl/plan.pdf)',
    '[https://a.nl/x.html](https://a.nl/y)',
    'https://a.nl/b.c',
  ])('whose text says what they are stay plain: %s', (source) => {
    expect(html(source)).not.toContain('link-host');
  });

  it('never stand in one another', () => {
    expect(html('[a <https://b.nl> c](https://a.nl)')).toBe(
      `<p>${link('https://a.nl/', 'a https://b.nl c')} <span class="link-host">[a.nl]</span></p>`,
    );
  });

  it('show a host of look-alike letters as punycode', () => {
    expect(html('https://аррӏе.com/é')).toContain('>https://xn--80ak6aa92e.com/é</a>');
  });

  it('cannot be turned around by direction characters, raw or as entities', () => {
    expect(html('a\u202eb &#x202e;c &#8295;d')).toBe('<p>ab c d</p>');
  });
});
