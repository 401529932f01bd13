import { viewerOf } from '#access';
import { SessionCache } from './session-cache.ts';

const sanne = viewerOf({ userId: 'sanne', role: 'member', sessionId: 'phone' });

test('what was looked up is remembered for two seconds', async () => {
  const cache = new SessionCache();
  await cache.remember('key', async () => sanne);
  expect(cache.get('key')).toBe(sanne);
  const later = Date.now() + 2_001;
  const now = Date.now;
  Date.now = () => later;
  expect(cache.get('key')).toBeUndefined();
  Date.now = now;
});

test('what is forgotten is gone at once', async () => {
  const cache = new SessionCache();
  await cache.remember('key', async () => sanne);
  cache.forget(({ userId }) => userId === 'sanne');
  expect(cache.get('key')).toBeUndefined();
});

test('an answer that was on its way while something was forgotten is not remembered', async () => {
  const cache = new SessionCache();
  await cache.remember('key', async () => {
    cache.forget(() => true);
    return sanne;
  });
  expect(cache.get('key')).toBeUndefined();
});

test('unknown tokens are not remembered', async () => {
  const cache = new SessionCache();
  await cache.remember('key', async () => null);
  expect(cache.get('key')).toBeUndefined();
});
