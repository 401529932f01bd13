import { beginning, containing } from './like.ts';

test('what was typed is found as it is', () => {
  expect(containing('50%_')).toBe('%50\\%\\_%');
  expect(beginning('a\\b')).toBe('a\\\\b%');
});
