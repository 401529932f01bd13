import { parseMarkdown } from './parse-markdown';
import { MARK, withMarks } from './selected';

describe('a text that somebody is typing keeps, when it is shown as it will look,', () => {
  const shown = (markdown: string, from = markdown.length, to = from) =>
    parseMarkdown(withMarks(markdown, [from, to]));

  test.each(['Half een ', 'Half  '])('the space before the caret: %j', (typed) =>
    expect(shown(typed).textContent.endsWith(` ${MARK}`)).toBe(true),
  );

  test('the line that was begun', () => expect(shown('Een\n\n').childCount).toBe(2));

  test('the point that was begun', () => expect(shown('- Een\n- ').firstChild?.childCount).toBe(2));

  test('the caret within a word', () => expect(shown('Halfeen', 4).textContent).toBe(`Half${MARK}een`));

  test('what is selected', () =>
    expect(shown('Half een stuk', 5, 8).textContent).toBe(`Half ${MARK}een${MARK} stuk`));

  test.each(['# Kop', '- punt', '1. punt', '> citaat', '> - punt'])(
    'what %j is, with all of it selected',
    (typed) => {
      const { firstChild } = shown(typed, 0, typed.length);
      expect(firstChild?.type.name).toBe(parseMarkdown(typed).firstChild?.type.name);
      expect(firstChild?.textContent).toBe(`${MARK}${typed.replace(/^[^a-zA-Z]+/, '')}${MARK}`);
    },
  );

  test.each(['', 'Half', '_schuin_', 'https://kring.example'])(
    '%j as it is, with nothing behind it',
    (typed) => expect(withMarks(typed, [typed.length, typed.length])).toBe(typed),
  );
});
