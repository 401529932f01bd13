import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { EventLog, recount } from '#platform';
import { apiOf, type Kring, type Person, startKring } from '#server-testing';
import { COUNTERS } from '../src/counters.ts';
import { NightlyRecount } from '../src/nightly-recount.ts';
import { healed, patientOf, see } from './patient.ts';

let kring: Kring;
let sanne: Person;
let joris: Person;
let place: any;
let thread: any;
let socket: Socket;
let told: any[];
beforeAll(async () => {
  kring = await startKring();
  [sanne, joris] = [await kring.person('Sanne'), await kring.person('Joris')];
  place = await sanne.creates('Nieuwbouw');
  await joris.joins(place);
  thread = await sanne.starts(place, 'Wie komt er #kijken?');
  for (const body of ['Ik', 'Ik ook']) await joris.replies(thread, body);
  await joris.reacts(thread.post, '👍');
  told = [];
  socket = io(kring.origin, {
    transports: ['websocket'],
    extraHeaders: { cookie: joris.api.cookie(), origin: kring.origin },
  });
  socket.on('event', (event) => told.push(event));
  await new Promise((done) => socket.once('connect', () => done(undefined)));
  await socket.timeout(10_000).emitWithAck('resume', {});
});
afterAll(async () => {
  socket.disconnect();
  await kring.stop();
});

const sql = (text: string, values: unknown[] = []) => kring.database.query<any>(text, values);

async function hears(type: string): Promise<any> {
  for (let tries = 0; tries < 200; tries++) {
    const event = told.find((one) => one.type === type);
    if (event) return event;
    await pause(20);
  }
  throw new Error(`${type} was not told; but ${told.map((one) => one.type)}`);
}

const wrongNow = async () => (await see(patientOf(kring), { only: ['counters'] })).codes;

/** Breaks one row and lets the doctor heal it. What is told comes after. */
async function breaks(text: string, values: unknown[] = []) {
  const [row] = await sql(`${text} RETURNING 1`, values);
  expect(row).toBeDefined();
  told.length = 0;
  const seen = await healed(patientOf(kring), 'counters');
  expect(seen.left).toEqual([]);
  expect(seen.repaired).toHaveLength(seen.codes.length);
  return seen;
}

test('a healthy Kring has every counter right', async () => {
  expect(await wrongNow()).toEqual([]);
});

test('a wrong number of replies is found, corrected, and told to whoever looks at the thread', async () => {
  const { findings } = await breaks('UPDATE threads SET reply_count = 40 WHERE id = $1', [thread.id]);
  expect(findings).toMatchObject([
    { code: 'counters.replies-of-threads', level: 'failure', examples: [`${thread.id}: 40, counted 2`] },
  ]);
  const { data } = await hears('thread.changed');
  expect(data.thread).toMatchObject({ id: thread.id, replyCount: 2 });
  expect((await joris.reads(`/threads/${thread.id}`)).replyCount).toBe(2);
});

test('wrong reactions are corrected and told, and what I gave stays mine', async () => {
  await breaks(`UPDATE posts SET reactions = '{"👍": 900, "🎉": 3}' WHERE id = $1`, [thread.post.id]);
  const { data } = await hears('post.recounted');
  expect(data.post).toMatchObject({ id: thread.post.id, reactions: [{ emoji: '👍', count: 1 }], version: 1 });
  expect((await joris.reads(`/threads/${thread.id}`)).post.mine.reactions).toEqual(['👍']);
});

test('a wrong number of members is corrected and told', async () => {
  await breaks('UPDATE communities SET member_count = 0 WHERE id = $1', [place.id]);
  const { data } = await hears('community.changed');
  expect(data.community).toMatchObject({ id: place.id, memberCount: 2 });
});

test('what everybody may read comes back into the feed of everything, and what is closed is marked so', async () => {
  const stranger = await kring.person('Vreemdeling');
  const inEverything = async () =>
    (await stranger.reads('/feeds/everything')).items.some(({ id }: any) => id === thread.id);
  await sql('UPDATE threads SET is_public = false WHERE id = $1', [thread.id]);
  expect(await inEverything()).toBe(false);
  const secret = await sanne.creates('Besloten', { visibility: 'secret' });
  const hidden = await sanne.starts(secret, 'Alleen voor ons');
  await sql('UPDATE threads SET is_public = true WHERE id = $1', [hidden.id]);
  const seen = await healed(patientOf(kring), 'counters');
  expect(seen.codes).toEqual(['counters.threads-open-to-everybody']);
  expect(seen.findings[0]!.examples!.sort()).toEqual(
    [`${hidden.id}: true, counted false`, `${thread.id}: false, counted true`].sort(),
  );
  expect(seen.left).toEqual([]);
  expect(await inEverything()).toBe(true);
});

test.each([
  ['last-positions-of-threads', 'UPDATE threads SET last_position = 1 WHERE id = $1'],
  ['activity-of-threads', `UPDATE threads SET activity_at = '2001-01-01' WHERE id = $1`],
  ['topics-of-threads', `UPDATE thread_topics SET is_public = false WHERE thread_id = $1`],
  ['names-of-streams', `UPDATE communities SET name = 'Iemand' WHERE person_id = $2 AND $1 <> id`],
])('%s are counted anew', async (code, broken) => {
  const values = broken.includes('$2') ? [thread.id, sanne.id] : [thread.id];
  const { codes } = await breaks(broken, values);
  // The copies of a thread follow it.
  expect(codes).toContain(`counters.${code}`);
  expect(codes.filter((one) => !/topics|activity/.test(one) && one !== `counters.${code}`)).toEqual([]);
});

test('posts that cannot be found get their words back, and deleted ones lose theirs', async () => {
  await sql(`UPDATE posts SET created_at = created_at - interval '1 hour' WHERE thread_id = $1`, [thread.id]);
  await sql('DELETE FROM post_words USING posts AS p WHERE p.id = post_id AND p.thread_id = $1', [thread.id]);
  const finds = async () => (await joris.reads('/search?q=kijken&in=posts')).items.length;
  expect(await finds()).toBe(0);
  const seen = await healed(patientOf(kring), 'counters');
  expect(seen.codes).toEqual(['counters.words-of-posts']);
  expect(seen.findings[0]!.says).toContain('3 rows');
  expect(await finds()).toBe(1);
});

test('a file is listed where its post is', async () => {
  const form = new FormData();
  form.set('purpose', 'attachment');
  form.set('file', new Blob(['inhoud']), 'bestand.txt');
  const { body: file } = await sanne.api.send('POST', '/files', { body: form });
  await sanne.starts(place, 'Met bijlage', { fileIds: [file.id] });
  const other = await sanne.creates('Elders');
  const { codes } = await breaks('UPDATE files SET community_id = $1 WHERE id = $2', [other.id, file.id]);
  expect(codes).toEqual(['counters.communities-of-files']);
});

test('nothing is set to the past while people write: likes, replies and joins in step with a recount', async () => {
  const busy = await sanne.starts(place, 'Druk');
  const people = await Promise.all(Array.from({ length: 8 }, (_, n) => kring.person(`Lid ${n}`)));
  let writing = true;
  const patient = patientOf(kring);
  const recounting = (async () => {
    let rounds = 0;
    for (; writing; rounds++)
      for (const counter of COUNTERS)
        await recount({ sql: patient.database, write: patient.write }, counter, { fix: true });
    return rounds;
  })();
  // Wrong ones, so that there is something to correct all the time.
  const breaking = (async () => {
    while (writing) {
      await sql('UPDATE threads SET reply_count = reply_count + 5 WHERE id = $1', [busy.id]);
      await sql(`UPDATE posts SET reactions = reactions || '{"👍": 50}' WHERE id = $1`, [busy.post.id]);
      await sql('UPDATE communities SET member_count = member_count - 1 WHERE id = $1', [place.id]);
      await pause(5);
    }
  })();
  await Promise.all(
    people.map(async (person, n) => {
      await person.joins(place);
      for (let turn = 0; turn < 6; turn++) {
        await person.reacts(busy.post, '👍');
        await person.replies(busy, `${n}.${turn}`);
        if (turn % 2) await person.api.delete(`/posts/${busy.post.id}/reactions/${encodeURIComponent('👍')}`);
      }
    }),
  );
  writing = false;
  await breaking;
  expect(await recounting).toBeGreaterThan(0);
  await see(patient, { only: ['counters'], repair: true });
  expect(await wrongNow()).toEqual([]);
  const [now] = await sql('SELECT reply_count AS replies, last_position AS last FROM threads WHERE id = $1', [
    busy.id,
  ]);
  expect(now).toEqual({ replies: 48, last: 49 });
}, 120_000);

test('every day one process counts anew by itself, corrects, tells, and shows it in the metrics', async () => {
  await sql('UPDATE threads SET reply_count = 41 WHERE id = $1', [thread.id]);
  told.length = 0;
  const nightly = kring.app.get(NightlyRecount);
  const [first, second] = await Promise.all([nightly.run(), nightly.run()]);
  expect([first, second].sort()).toEqual([1, null]);
  expect((await hears('thread.changed')).data.thread.replyCount).toBe(2);
  const { body } = await apiOf(kring.origin).get('//metrics');
  expect(body).toContain('kring_recount_corrected_total{counter="replies of threads"} 1');
  expect(await nightly.run()).toBeNull();
  await sql(`UPDATE upkeep SET began_at = now() - interval '1 day'`);
  expect(await nightly.run()).toBe(0);
  await sql(`UPDATE upkeep SET began_at = now() - interval '4 days'`);
  expect(await wrongNow()).toEqual(['counters.not-recounted']);
});

test('a thousand rows at a time: what is wrong in the last batch is found too', async () => {
  await sql(
    `INSERT INTO threads (id, community_id, author_id, kind, is_public)
     SELECT uuidv7(), $1, $2, 'update', true FROM generate_series(1, 2500)`,
    [place.id, sanne.id],
  );
  await sql(
    'UPDATE threads SET reply_count = 1 WHERE id = (SELECT id FROM threads ORDER BY id DESC LIMIT 1)',
  );
  const replies = COUNTERS.find(({ name }) => name === 'replies of threads')!;
  const eventLog = kring.app.get(EventLog);
  const counted = await recount({ sql: kring.database, write: (work) => eventLog.write(work) }, replies, {
    fix: true,
  });
  expect(counted).toMatchObject({ wrong: 1, corrected: 1 });
});
