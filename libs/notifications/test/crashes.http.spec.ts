import { Consumers } from '#platform';
import type { Kring, Person } from '#server-testing';
import { BuildingSite } from './building-site.ts';

const site = BuildingSite.forEachTest();
const { told } = site;
let kring: Kring;
let sanne: Person;
let tom: Person;
let mila: Person;
let place: any;
beforeEach(() => {
  ({ kring, sanne, tom, mila, place } = site);
});

describe('crashes', () => {
  test('a consumer that dies after its work tells nobody twice', async () => {
    const consumers = kring.app.get(Consumers);
    const consumer = consumers['consumers'].find(({ name }) => name === 'notifications')!;
    const { consume } = consumer;
    let crashes = 0;
    consumer.consume = async (events, transaction) => {
      await consume.call(consumer, events, transaction);
      if (crashes++ < 6) throw Object.assign(new Error('crash'), { code: '08006' });
    };
    consumers['log'].error = () => undefined;
    const thread = await sanne.starts(place, 'Wie?');
    await tom.replies(thread, 'Ik');
    await mila.reacts(thread.post, '👍');
    expect(await told(sanne)).toMatchObject([
      { kind: 'reaction', actorCount: 1 },
      { kind: 'reply', actorCount: 1 },
    ]);
    expect(crashes).toBeGreaterThan(5);
    const [{ count }] = (await kring.database.query(
      `SELECT count(*)::int FROM events WHERE type = 'notification.created' AND user_id = $1`,
      [sanne.id],
    )) as any;
    expect(count).toBeLessThanOrEqual(2);
    consumer.consume = consume;
  });
});
