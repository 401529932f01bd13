import { pushStage, until } from './push-stage.ts';

const on = pushStage();

describe('a push service that has trouble', () => {
  test.each([500, 503, 429])('is tried again later after %d', async (status) => {
    on.browser.answers.push(status);
    await on.sanne.starts(on.place, `@${on.tom.handle}`);
    await until(async () => (await on.waiting())[0]?.tries === 1 && on.browser.messages.length === 1);
    await until(async () => (await on.waiting())[0]?.dueAt < new Date(Date.now() + 60_000));
    await on.comesDue();
    await on.settled();
    expect(on.browser.messages).toHaveLength(2);
    expect(await on.waiting()).toEqual([]);
  });

  test.each([404, 410])('that says %d has forgotten the on.browser, and so do we', async (status) => {
    on.browser.answers.push(status);
    await on.sanne.starts(on.place, `@${on.tom.handle}`);
    await until(async () => !(await on.tom.reads('/push')).subscribed);
    expect(await on.waiting()).toEqual([]);
  });

  test('that refuses one message gets the next', async () => {
    on.browser.answers.push(413);
    await on.sanne.starts(on.place, `@${on.tom.handle}`);
    await on.settled();
    await on.sanne.starts(on.place, `Nog eens @${on.tom.handle}`);
    await on.settled();
    expect(on.browser.messages).toHaveLength(2);
  });

  test('a process that dies while sending sends at most that one again', async () => {
    await on.sanne.starts(on.place, `@${on.tom.handle}`);
    await on.settled();
    // As it is found after a crash between the sending and the deleting: the lease is over.
    await on.kring.database.query(
      `INSERT INTO push_deliveries (subscription_id, notification_id, seq, due_at, tries)
       SELECT s.id, n.id, n.seq, now(), 1 FROM push_subscriptions AS s JOIN notifications AS n USING (user_id)
       WHERE s.user_id = $1`,
      [on.tom.id],
    );
    await on.settled();
    expect(on.browser.messages).toHaveLength(2);
    expect(on.browser.messages[0].tag).toBe(on.browser.messages[1].tag);
  });

  test('a process that was frozen for longer than its lease sends nothing that another one took', async () => {
    const [{ id }] = await on.kring.database.query<any>(
      'SELECT id FROM push_subscriptions WHERE user_id = $1',
      [on.tom.id],
    );
    await on.settings({ quiet: on.quietNow() });
    await on.sanne.starts(on.place, `@${on.tom.handle}`);
    await until(async () => (await on.waiting()).length === 1);
    await on.settings({ quiet: null });
    const delivery = (change: string) =>
      on.kring.database.query<any>(`${change} WHERE subscription_id = $1`, [id]);
    const runner = on.kring.database.dataSource.createQueryRunner();
    await runner.startTransaction();
    // Here it stands still: it has taken the message and asks for whom.
    await runner.query('LOCK TABLE push_subscriptions IN ACCESS EXCLUSIVE MODE');
    await delivery('UPDATE push_deliveries SET due_at = now()');
    await until(async () => (await delivery('SELECT tries FROM push_deliveries'))[0].tries === 1);
    await delivery(`UPDATE push_deliveries SET due_at = now() + interval '90 seconds', tries = 2`);
    await runner.commitTransaction();
    await runner.release();
    await on.sanne.starts(on.place, `En dit, @${on.tom.handle}`);
    await until(() => on.browser.messages.length > 0);
    expect(on.browser.messages.map(({ words }) => words)).toEqual([expect.stringContaining('En dit')]);
    expect((await delivery('SELECT tries FROM push_deliveries')).map(({ tries }) => tries)).toContain(2);
  });

  test('nobody gets more than forty messages an hour; the rest waits', async () => {
    await on.kring.database.query(
      'UPDATE push_subscriptions SET counted = 40, counted_from = now() WHERE user_id = $1',
      [on.tom.id],
    );
    await on.sanne.starts(on.place, `@${on.tom.handle}`);
    await on.settled();
    expect(on.browser.messages).toEqual([]);
    expect(await on.waiting()).toHaveLength(1);
  });
});
