import { Limits, Redis, Settings } from '#platform';
import { Attempts } from './attempts.ts';

const wrong = async () => null;
const right = async () => 'in';

async function failures(attempts: Attempts, account: string, address: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await attempts.make({ account, address }, wrong);
}

const refused = { code: 'too-many-requests', details: { retryAfterSeconds: expect.any(Number) } };

test('after ten wrong tries at one account from one place even the right one has to wait', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  await failures(attempts, 'sanne@example.com', '192.0.2.1', 10);
  await expect(
    attempts.make({ account: 'sanne@example.com', address: '192.0.2.1' }, right),
  ).rejects.toMatchObject(refused);
});

test('the owner of the account is not locked out elsewhere', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  await failures(attempts, 'sanne@example.com', '192.0.2.1', 10);
  expect(await attempts.make({ account: 'sanne@example.com', address: '192.0.2.2' }, right)).toBe('in');
});

test('fifty wrong tries at once are no more than ten', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  let made = 0;
  const guess = async () => {
    made++;
    await new Promise((resolve) => setTimeout(resolve, 1));
    return null;
  };
  await Promise.allSettled(
    Array.from({ length: 50 }, () =>
      attempts.make({ account: 'sanne@example.com', address: '192.0.2.1' }, guess),
    ),
  );
  expect(made).toBe(10);
});

test('fifty right ones at once are all let in', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  const all = Array.from({ length: 50 }, () =>
    attempts.make({ account: 'sanne@example.com', address: '192.0.2.1' }, right),
  );
  expect(await Promise.all(all)).toHaveLength(50);
});

test('a right try begins the count anew', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  for (let round = 0; round < 3; round++) {
    await failures(attempts, 'sanne@example.com', '192.0.2.1', 9);
    expect(await attempts.make({ account: 'sanne@example.com', address: '192.0.2.1' }, right)).toBe('in');
  }
});

test('one network that was wrong a hundred times waits, one a second, and is not shut out', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  for (let account = 0; account < 100; account++)
    await failures(attempts, `${account}@example.com`, '192.0.2.1', 1);
  const began = performance.now();
  const tries = Array.from({ length: 3 }, (_, n) =>
    attempts.make({ account: `new${n}@example.com`, address: '192.0.2.1' }, right),
  );
  expect(await Promise.all(tries)).toEqual(['in', 'in', 'in']);
  expect(performance.now() - began).toBeGreaterThan(1_900);
});

test('whoever would have to wait too long is told so, and the line is no longer for it', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  for (let account = 0; account < 100; account++)
    await failures(attempts, `${account}@example.com`, '192.0.2.1', 1);
  const flood = Array.from({ length: 50 }, (_, n) =>
    attempts.make({ account: `new${n}@example.com`, address: '192.0.2.1' }, wrong),
  );
  const refusals = flood.slice(12).map((one) => expect(one).rejects.toMatchObject(refused));
  await Promise.all(refusals);
  const device = 'a device that knows the account';
  const owner = { account: 'sanne@example.com', address: '192.0.2.1', device };
  const began = performance.now();
  expect(await attempts.make(owner, right)).toBe('in');
  expect(performance.now() - began).toBeLessThan(500);
  await Promise.allSettled(flood);
}, 20_000);

test('a device that knows the account is bound by its own tries alone', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  const owner = { account: 'sanne@example.com', address: '192.0.2.1', device: 'laptop' };
  for (let place = 0; place < 100; place++)
    await failures(attempts, 'sanne@example.com', `198.51.100.${place}`, 1);
  await failures(attempts, 'sanne@example.com', '192.0.2.1', 10).catch(() => undefined);
  expect(await attempts.make(owner, right)).toBe('in');
  for (let time = 0; time < 10; time++) expect(await attempts.make(owner, wrong)).toBeNull();
  await expect(attempts.make(owner, right)).rejects.toMatchObject(refused);
  expect(await attempts.make({ ...owner, device: 'phone' }, right)).toBe('in');
});

test('one account may be guessed at a hundred times, from however many networks', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  for (let place = 0; place < 100; place++)
    await failures(attempts, 'sanne@example.com', `198.51.100.${place}`, 1);
  await expect(
    attempts.make({ account: 'sanne@example.com', address: '203.0.113.1' }, right),
  ).rejects.toMatchObject(refused);
});
