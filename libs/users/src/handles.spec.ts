import { endingIn, handleFor, numbered, slugOf } from './handles.ts';

test.each([
  ['Sanne de Vries', 'sanne.de.vries'],
  ["Aoife O'Brien", 'aoife.obrien'],
  ['Żółć Łukasz', 'zolc.lukasz'],
  ['Søren Æsir-Weiß', 'soren.aesir.weiss'],
  ['  ..Jan..  ', 'jan'],
  ['李雷', 'someone'],
  ['🎉', 'someone'],
  ['Team 7', 'team.7'],
  ['ＦＵＬＬ width', 'full.width'],
])('%j would like to be called @%s', (name, handle) => {
  expect(handleFor(name)).toBe(handle);
});

test('a handle has at most 40 characters and never ends with a dot', () => {
  const handle = handleFor(`${'a'.repeat(39)} bcd`);
  expect(handle).toBe('a'.repeat(39));
  expect(handleFor('x'.repeat(100))).toHaveLength(40);
});

test('numbers are appended within the 40 characters', () => {
  expect(numbered('jan', 1)).toBe('jan');
  expect(numbered('jan', 2)).toBe('jan2');
  expect(numbered('x'.repeat(40), 12)).toBe(`${'x'.repeat(38)}12`);
  expect(numbered(`${'x'.repeat(38)}.y`, 3)).toBe(`${'x'.repeat(38)}3`);
});

test('a community has hyphens, and room for the random end of a secret one', () => {
  expect(slugOf('Nieuwbouw — Noord (fase 2)', '-')).toBe('nieuwbouw-noord-fase-2');
  expect(slugOf('李雷', '-')).toBe('');
  expect(numbered('nieuwbouw-noord', 2, '-')).toBe('nieuwbouw-noord-2');
  expect(endingIn('x'.repeat(40), '-bcdfgh')).toBe(`${'x'.repeat(33)}-bcdfgh`);
});
