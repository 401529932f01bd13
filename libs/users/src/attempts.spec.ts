import { Limits, Redis, Settings } from '#platform';
import { Attempts, networkOf } from './attempts.ts';

const wrong = async () => null;
const right = async () => 'in';

async function failures(attempts: Attempts, account: string, address: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await attempts.make(account, address, wrong);
}

const refused = { code: 'too-many-requests', details: { retryAfterSeconds: expect.any(Number) } };

test('after ten wrong tries at one account from one place even the right one has to wait', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  await failures(attempts, 'sanne@example.com', '192.0.2.1', 10);
  await expect(attempts.make('sanne@example.com', '192.0.2.1', right)).rejects.toMatchObject(refused);
});

test('the owner of the account is not locked out elsewhere', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  await failures(attempts, 'sanne@example.com', '192.0.2.1', 10);
  expect(await attempts.make('sanne@example.com', '192.0.2.2', right)).toBe('in');
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
    Array.from({ length: 50 }, () => attempts.make('sanne@example.com', '192.0.2.1', guess)),
  );
  expect(made).toBe(10);
});

test('fifty right ones at once are all let in', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  const all = Array.from({ length: 50 }, () => attempts.make('sanne@example.com', '192.0.2.1', right));
  expect(await Promise.all(all)).toHaveLength(50);
});

test('a right try begins the count anew', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  for (let round = 0; round < 3; round++) {
    await failures(attempts, 'sanne@example.com', '192.0.2.1', 9);
    expect(await attempts.make('sanne@example.com', '192.0.2.1', right)).toBe('in');
  }
});

test('one network may be wrong a hundred times, at however many accounts', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  for (let account = 0; account < 100; account++)
    await failures(attempts, `${account}@example.com`, '192.0.2.1', 1);
  await expect(attempts.make('new@example.com', '192.0.2.1', right)).rejects.toMatchObject(refused);
});

test('one account may be guessed at a hundred times, from however many networks', async () => {
  const attempts = new Attempts(new Limits(new Redis(new Settings())));
  for (let place = 0; place < 100; place++)
    await failures(attempts, 'sanne@example.com', `198.51.100.${place}`, 1);
  await expect(attempts.make('sanne@example.com', '203.0.113.1', right)).rejects.toMatchObject(refused);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s belongs to the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
