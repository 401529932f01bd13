import { handleFor, numbered } from './handles.ts';

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
