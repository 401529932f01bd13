import pg from 'pg';
import { type Kring, type Person, startKring } from '#server-testing';
import { healed, patientOf, see } from './patient.ts';

let kring: Kring;
let sanne: Person;
let place: any;
let other: any;
beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
  [place, other] = [await sanne.creates('Nieuwbouw'), await sanne.creates('Verbouw')];
});
afterAll(() => kring.stop());

const sql = (text: string, values: unknown[] = []) => kring.database.query<any>(text, values);
const orphans = async (thorough = false) =>
  (await see(patientOf(kring, { thorough }), { only: ['orphans'] })).findings;

test('where everything belongs somewhere, nothing is found', async () => {
  expect(await orphans(true)).toEqual([]);
});

test('what only a person can put right is named by its id', async () => {
  const beheaded = await sanne.starts(place, 'Verliest zijn begin');
  await sanne.replies(beheaded, 'Antwoord');
  await sql('DELETE FROM posts WHERE thread_id = $1 AND position = 1', [beheaded.id]);
  const moved = await sanne.starts(place, 'Staat elders');
  await sql('UPDATE posts SET community_id = $1 WHERE thread_id = $2', [other.id, moved.id]);
  const answering = await sanne.replies(moved, 'Op een ander');
  await sql('UPDATE posts SET reply_to = (SELECT id FROM posts WHERE thread_id = $1) WHERE id = $2', [
    beheaded.id,
    answering.id,
  ]);
  const guest = await kring.person('Gast', 'guest');
  await sql(
    `INSERT INTO memberships (community_id, user_id) SELECT id, $1 FROM communities WHERE kind = 'company'`,
    [guest.id],
  );
  const colleague = await kring.person('Zonder stroom');
  await sql('DELETE FROM communities WHERE person_id = $1', [colleague.id]);
  expect(await orphans()).toMatchObject([
    { code: 'orphans.threads-without-opening', examples: [beheaded.id] },
    { code: 'orphans.posts-elsewhere', examples: [moved.post.id] },
    { code: 'orphans.answers-elsewhere', examples: [answering.id] },
    { code: 'orphans.people-without-stream', examples: [colleague.id] },
    { code: 'orphans.guests-in-company', examples: [guest.id] },
  ]);
  await sql('DELETE FROM threads WHERE id = ANY ($1)', [[moved.id, beheaded.id]]);
  await sql('DELETE FROM memberships WHERE user_id = $1', [guest.id]);
  await sql(`UPDATE users SET role = 'guest' WHERE id = $1`, [colleague.id]);
  await sql('DELETE FROM memberships WHERE user_id = $1', [colleague.id]);
  expect(await orphans()).toEqual([]);
});

test('a question whose best answer is gone is open again, and that is told', async () => {
  const question = await sanne.starts(place, 'Wie weet het?', { kind: 'question' });
  const elsewhere = await sanne.replies(await sanne.starts(place, 'Iets anders'), 'Antwoord daarop');
  await sql('UPDATE threads SET best_answer_id = $1 WHERE id = $2', [elsewhere.id, question.id]);
  const seen = await healed(patientOf(kring), 'orphans');
  expect([seen.codes, seen.left]).toEqual([['orphans.best-answers'], []]);
  expect(await sanne.reads(`/threads/${question.id}`)).toMatchObject({ bestAnswerId: null });
  const told = await sql(
    `SELECT FROM events WHERE type = 'thread.changed' AND thread_id = $1
     UNION ALL SELECT FROM outbox WHERE type = 'thread.changed' AND thread_id = $1`,
    [question.id],
  );
  expect(told).toHaveLength(1);
});

test('a row whose parent vanished past every foreign key is found when there is time', async () => {
  const thread = await sanne.starts(place, 'Met reactie');
  await sanne.reacts(thread.post, '👍');
  const client = new pg.Client({ connectionString: kring.settings.DATABASE_URL });
  await client.connect();
  await client.query('SET session_replication_role = replica');
  await client.query('DELETE FROM posts WHERE id = $1', [thread.post.id]);
  await client.query('DELETE FROM threads WHERE id = $1', [thread.id]);
  await client.end();
  expect(await orphans()).toEqual([]);
  const found = await orphans(true);
  expect(found.map(({ says }) => says)).toContain(
    '1 row of reactions names a row of posts that is not there (reactions_post_id_fkey).',
  );
});
