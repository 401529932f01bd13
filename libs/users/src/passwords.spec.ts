import { Passwords } from './passwords.ts';

const sanne = { name: 'Sanne de Vries', email: 'sanne.devries@example.com' };
const passwords = new Passwords();

test('a password is kept as argon2id with the parameters that OWASP recommends', async () => {
  const hash = await passwords.accept('dijkgraaf-fiets-47', sanne);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test.each([
  'password12',
  'Password12',
  'qwertyuiop',
  '1234567890',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'Sanne de Vries',
  'sannedevries',
  'SANNE.DEVRIES@example.com',
  'sanne.devries',
])('%j is too easy to guess for Sanne', async (password) => {
  await expect(passwords.accept(password, sanne)).rejects.toMatchObject({
    code: 'invalid-input',
    details: { errors: [{ field: 'password', code: 'common-password' }] },
  });
});

test('only the right password matches, and nothing matches an account without one', async () => {
  const hash = await passwords.accept('dijkgraaf-fiets-47', sanne);
  expect(await passwords.matches(hash, 'dijkgraaf-fiets-47')).toBe(true);
  expect(await passwords.matches(hash, 'dijkgraaf-fiets-48')).toBe(false);
  expect(await passwords.matches(null, 'dijkgraaf-fiets-47')).toBe(false);
  expect(await passwords.matches(undefined, '')).toBe(false);
});

test('the same password typed as other code points matches', async () => {
  const hash = await passwords.accept('café-au-lait-9'.normalize('NFD'), sanne);
  expect(await passwords.matches(hash, 'café-au-lait-9'.normalize('NFC'))).toBe(true);
});

test('many at once take turns and all get their answer', async () => {
  const hash = await passwords.accept('dijkgraaf-fiets-47', sanne);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      passwords.matches(hash, index % 2 ? 'wrong' : 'dijkgraaf-fiets-47'),
    ),
  );
  expect(answers.filter(Boolean)).toHaveLength(10);
});
