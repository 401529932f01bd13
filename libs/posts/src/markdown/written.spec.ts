import { excerptOf, handlesIn, topicsIn } from './written.ts';

describe('What is written in a post', () => {
  it('names handles once, in order, in lower case', () => {
    expect(handlesIn('@Sanne en @piet-hein, en **@sanne** weer. > @jan.')).toEqual([
      'sanne',
      'piet-hein',
      'jan',
    ]);
  });

  it('leaves out code, links, addresses and pictures', () => {
    const source =
      '`@a #b`\n\n```\n@a #b\n```\n\n[@a #b](/x) ![@a #b](/y) a@a.nl https://a.nl/@a#b \\@a \\#b';
    expect([handlesIn(source), topicsIn(source)]).toEqual([[], []]);
  });

  it('finds names in lists, quotes, headings and tables', () => {
    expect(handlesIn('# @a\n- @b\n> @c\n\n|x|\n|-|\n|@d|')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('names topics in lower case, each once', () => {
    expect(topicsIn('#Beton #beton #Überbau #1e-fase #12 ## #')).toEqual(['beton', 'überbau', '1e-fase']);
  });

  it('stops at 100 handles and 20 topics', () => {
    const many = Array.from({ length: 300 }, (_, i) => `@p${i} #t${i}`).join(' ');
    expect([handlesIn(many).length, topicsIn(many).length]).toEqual([100, 20]);
  });
});

describe('An excerpt', () => {
  it('is one line of plain text', () => {
    expect(excerptOf('# Fundering\n**Klaar** met `paal 12`,\nzie [plan](https://a.nl) @sanne <b>')).toBe(
      'Fundering Klaar met paal 12, zie plan @sanne <b>',
    );
  });

  it('is cut at a word and says so', () => {
    expect(excerptOf('De heipalen komen volgende week', 20)).toBe('De heipalen komen…');
  });

  it('never cuts a character in two', () => {
    expect(excerptOf('😀'.repeat(30), 10)).toBe(`${'😀'.repeat(9)}…`);
  });

  it('leaves out the boxes of a task list', () => {
    expect(excerptOf('- [ ] bellen\n- [x] mailen')).toBe('bellen mailen');
  });
});
