import { PushEndpoint } from './push-endpoint.ts';
import { pushStage } from './push-stage.ts';

const on = pushStage();

describe('a subscription', () => {
  test('ends with the session', async () => {
    await on.tom.api.delete('/session');
    await on.sanne.starts(on.place, `@${on.tom.handle}`);
    await on.settled();
    expect(on.browser.messages).toEqual([]);
  });

  test('ends with the account', async () => {
    await on.kring.admin.api.post(`/users/${on.tom.id}/deactivate`);
    await on.sanne.starts(on.place, `Dag @${on.tom.handle}`);
    await on.settled();
    expect(on.browser.messages).toEqual([]);
  });

  test('goes along when somebody else logs in on the same on.browser, and what waited does not', async () => {
    await on.settings({ quiet: on.quietNow() });
    await on.sanne.starts(on.place, `@${on.tom.handle}`);
    await on.settled();
    const mila = await on.kring.person('Mila');
    await on.subscribes(mila, on.browser);
    await on.comesDue();
    await on.settled();
    expect(on.browser.messages).toEqual([]);
    expect(await on.tom.reads('/push')).toMatchObject({ subscribed: false, devices: 0 });
    expect(await mila.reads('/push')).toMatchObject({ subscribed: true, devices: 1 });
  });

  test('of another on.browser cannot be taken by whoever knows its address', async () => {
    const mila = await on.kring.person('Mila');
    const { endpoint } = on.browser.subscription;
    const other = await PushEndpoint.open();
    const stolen = { endpoint, keys: other.subscription.keys };
    expect((await mila.api.put('/push/subscription', stolen)).status).toBe(400);
    expect(await on.tom.reads('/push')).toMatchObject({ subscribed: true });
    other.close();
  });

  test.each([
    'https://10.0.0.1/push',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/push',
    'http://push.example.com/',
    'https://0xa.1:3000/',
    'javascript:alert(1)',
    'x',
  ])('refuses the address %s', async (endpoint) => {
    const answer = await on.tom.api.put('/push/subscription', { ...on.browser.subscription, endpoint });
    expect(answer.status).toBe(400);
  });

  test.each([
    {},
    { endpoint: 'https://push.example.com/' },
    { endpoint: 'https://push.example.com/', keys: [] },
  ])('refuses %j', async (wish) =>
    expect((await on.tom.api.put('/push/subscription', wish)).status).toBe(400),
  );

  test('takes the place of the one that the same on.browser had before', async () => {
    const anew = await PushEndpoint.open();
    expect(await on.subscribes(on.tom, anew)).toMatchObject({ subscribed: true, devices: 1 });
    await on.sanne.starts(on.place, `@${on.tom.handle}`);
    await on.settled();
    expect(on.browser.messages).toEqual([]);
    expect(anew.messages).toHaveLength(1);
    anew.close();
  });

  test('can be tried', async () => {
    expect((await on.tom.api.post('/push/test')).body).toEqual({ result: 'sent' });
    expect(on.browser.messages).toMatchObject([{ kind: 'test', path: '/settings/notifications' }]);
    await on.tom.api.delete('/push/subscription');
    expect((await on.tom.api.post('/push/test')).body).toEqual({ result: 'gone' });
  });
});

test('the key is made once, and is known to nobody but the server', async () => {
  const { publicKey } = await on.tom.reads('/push');
  expect((await on.sanne.reads('/push')).publicKey).toBe(publicKey);
  const [{ value }] = (await on.kring.database.query(
    `SELECT value FROM secrets WHERE name = 'vapid-private-key'`,
  )) as any;
  expect(Buffer.from(value, 'base64url')).toHaveLength(32);
  expect(JSON.stringify(await on.tom.reads('/push'))).not.toContain(value);
});
