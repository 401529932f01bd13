import pg from 'pg';
import { type Answer, type Kring, type Person, startKring } from '#server-testing';

/** What changes between the moment somebody was found to be allowed and the moment it is written. */
let kring: Kring;
let sanne: Person;
let other: pg.Client;
let people = 0;

beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
  other = new pg.Client({ connectionString: kring.settings.DATABASE_URL });
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await kring.stop();
});

const LIKE = encodeURIComponent('👍');

/** What Rik, moderator of a private community, is doing there; each waits for the change that is under way. */
const WRITES: Record<string, (rik: Person, place: any, thread: any, own: any) => Promise<Answer>> = {
  'starting a thread': (rik, place) =>
    rik.api.post(`/communities/${place.id}/threads`, { kind: 'update', body: 'Nog snel' }),
  replying: (rik, _, thread) => rik.api.post(`/threads/${thread.id}/posts`, { body: 'Nog snel' }),
  editing: (rik, _, __, own) => rik.api.patch(`/posts/${own.id}`, { body: 'Nog snel', version: 1 }),
  deleting: (rik, _, thread) => rik.api.delete(`/posts/${thread.post.id}`),
  reacting: (rik, _, __, own) => rik.api.put(`/posts/${own.id}/reactions/${LIKE}`),
  'taking a reaction back': (rik, _, thread) => rik.api.delete(`/posts/${thread.post.id}/reactions/${LIKE}`),
  pinning: (rik, _, thread) => rik.api.patch(`/threads/${thread.id}`, { pinned: true }),
};

async function scene() {
  const rik = await kring.person(`Rik ${++people}`);
  const place = await sanne.creates(`Besloten ${people}`, { visibility: 'private' });
  await sanne.admits(rik, place, 'moderator');
  const thread = await sanne.starts(place, 'Vraag');
  const own = await rik.replies(thread, 'Antwoord');
  await rik.reacts(thread.post, '👍');
  return { rik, place, thread, own };
}

/** Makes the change, lets `write` run into it, commits, and says how that was answered. */
async function whileChanging(sql: string[], write: () => Promise<Answer>): Promise<Answer> {
  await other.query('BEGIN');
  for (const text of sql) await other.query(text);
  const answer = write();
  await somebodyWaits();
  await other.query('COMMIT');
  return answer;
}

async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await other.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
  }
}

/** Everything that these writes could have changed. */
const stateOf = async (communityId: string) =>
  (
    await kring.database.query(
      `SELECT
         (SELECT json_agg(t ORDER BY id) FROM threads AS t WHERE community_id = $1) AS threads,
         (SELECT json_agg(p ORDER BY id) FROM posts AS p WHERE community_id = $1) AS posts,
         (SELECT count(*) FROM reactions JOIN posts ON posts.id = post_id WHERE community_id = $1) AS reactions`,
      [communityId],
    )
  )[0];

test.each(Object.keys(WRITES))('%s does nothing for a member who is just being removed', async (name) => {
  const { rik, place, thread, own } = await scene();
  const before = await stateOf(place.id);
  const removal = `DELETE FROM memberships WHERE community_id = '${place.id}' AND user_id = '${rik.id}'`;
  const answer = await whileChanging([removal], () => WRITES[name]!(rik, place, thread, own));
  expect(answer.status).toBe(404);
  expect(await stateOf(place.id)).toEqual(before);
});

test.each(Object.keys(WRITES).filter((name) => name !== 'deleting'))(
  '%s does nothing in a community that is just being archived',
  async (name) => {
    const { rik, place, thread, own } = await scene();
    const before = await stateOf(place.id);
    const archiving = [
      `SELECT FROM communities WHERE id = '${place.id}' FOR UPDATE`,
      `UPDATE communities SET archived_at = now() WHERE id = '${place.id}'`,
    ];
    const answer = await whileChanging(archiving, () => WRITES[name]!(rik, place, thread, own));
    expect([answer.status, answer.body.type]).toEqual([409, 'urn:kring:problem:community-archived']);
    expect(await stateOf(place.id)).toEqual(before);
  },
);

test('removals and replies at once: no reply comes after the removal was answered', async () => {
  const { rik, place, thread } = await scene();
  const writing = Array.from({ length: 20 }, (_, n) =>
    rik.api.post(`/threads/${thread.id}/posts`, { body: `Nog ${n}` }),
  );
  await sanne.removes(rik, place);
  const { replyCount } = await sanne.reads(`/threads/${thread.id}`);
  const answers = await Promise.all(writing);
  expect(new Set(answers.map(({ status }) => status)).size).toBeLessThanOrEqual(2);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(replyCount - 1);
});
