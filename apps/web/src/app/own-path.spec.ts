import { ownPath } from './own-path';

const origin = 'https://kring.example.nl';

describe('where to go after logging in', () => {
  it.each(['/', '/threads/1#post-2', '/feeds?sort=newest'])('may be our own %s', (next) => {
    expect(ownPath(next, origin)).toBe(next);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/login',
    7,
    undefined,
  ])('is never %s', (next) => {
    expect(ownPath(next, origin)).toBeNull();
  });
});
