import { type Answer, type Kring, startKring } from '#server-testing';
import { must } from '../../testing/person.ts';
import { Asking } from '../access-matrix/requests.ts';
import { asInTheTable } from '../access-matrix/routes-in-the-document.ts';
import type { Role } from '../access-matrix/rules.ts';
import { type Cast, castOf, type Scene, sceneOf } from '../access-matrix/scene.ts';
import { TABLE } from '../access-matrix/table.ts';
import { type Operation, Published } from './published.ts';

/** Whoever can do most comes first; who wrote everything comes last, for what is theirs alone. */
const ASKERS: Array<Role | 'author'> = ['owner', 'admin', 'anonymous', 'author'];
/** Set-up is over when a test begins. With house rules, nobody would go on writing before accepting them. */
const CANNOT_SUCCEED = [
  'POST /setup',
  'POST /house-rules',
  'PUT /house-rules/acceptance',
  'GET /house-rules',
];
const EMPTY_WITHOUT_RULES = ['GET /house-rules/acceptances'];

const DONE = 'POST /catch-up/done';

let kring: Kring;
let cast: Cast;
let asking: Asking;
let published: Published;
beforeAll(async () => {
  kring = await startKring();
  cast = await castOf(kring);
  asking = new Asking(kring, cast.people);
  published = await Published.by(kring);
});
afterAll(() => kring.stop());

/** What the table's good body leaves to be refused for another reason than access. */
const GOOD: Record<string, (scene: Scene) => Promise<object> | object> = {
  'PATCH /users/me': async () => {
    const [row] = await kring.database.query('SELECT version FROM users WHERE id = $1', [cast.ids.owner]);
    return { title: 'Engineer', ...row };
  },
  'PATCH /organisation': async () => {
    const [row] = await kring.database.query('SELECT version FROM organisations');
    return { accent: '#153f86', ...row };
  },
  'POST /catch-up/undo': async (scene) => {
    const { body } = await asking.as('owner', DONE, TABLE[DONE]!, scene);
    return { id: body.id };
  },
  'PUT /communities/{id}/owner': async ({ communityId, memberId }) => {
    await kring.database.query(
      `UPDATE memberships SET role = 'member' WHERE community_id = $1 AND role = 'owner'`,
      [communityId],
    );
    return { userId: memberId };
  },
};

async function ask(asker: Role | 'author', key: string, scene: Scene, query?: string): Promise<Answer> {
  const good = await GOOD[key]?.(scene);
  const expectation = { ...TABLE[key]!, ...(good && { body: () => good }), ...(query && { query }) };
  if (asker !== 'author') return asking.as(asker, key, expectation, scene);
  const own = { ...scene, sessionId: await sessionOf(cast.author.id) };
  return asking.by(cast.author.api.cookie(), key, expectation, own);
}

async function sessionOf(userId: string): Promise<string> {
  const other = await cast.author.onAnotherDevice();
  const { items } = await other.reads('/sessions');
  expect(userId).toBe(cast.author.id);
  return items.find(({ current }: any) => current).id;
}

/** The scene with everything in it that a view can show. */
async function livelyScene(): Promise<Scene> {
  const scene = await sceneOf(kring, cast, 'public');
  const { communityId, threadId, replyId, openingId, topic, memberId } = scene;
  const [owner, author] = [cast.people.get('owner')!, cast.author];
  await author.replies({ id: threadId }, `Zie @${owner.handle} **en** #${topic}`, { replyTo: replyId });
  await owner.reacts({ id: replyId }, '👍');
  await owner.replies({ id: threadId }, 'canary');
  await must(author.api.patch(`/posts/${replyId}`, { body: 'Anders', version: 1 }));
  await must(author.api.delete(`/posts/${(await author.replies({ id: threadId }, 'Weg')).id}`));
  await must(author.api.patch(`/threads/${threadId}`, { bestAnswerId: replyId }));
  await must(owner.api.patch(`/threads/${threadId}`, { pinned: true }));
  await must(owner.api.put(`/threads/${threadId}/bookmark`));
  const place = { id: communityId };
  const asking = { kind: 'announcement', title: 'Let op', asksAcknowledgement: true };
  const news = await author.starts(place, `Allen @${topic}`, asking);
  await must(owner.api.put(`/threads/${news.id}/acknowledgement`));
  await author.starts(place, 'En dit', asking);
  await owner.starts(place, 'Wie weet het?', { kind: 'question' });
  await must(owner.api.put(`/drafts/thread-${threadId}`, { body: 'Half', fileIds: [] }));
  const talk = await owner.creates('', {
    ...{ kind: 'conversation', name: undefined, visibility: undefined },
    memberIds: [author.id],
  });
  await author.starts(talk, 'Heb je even?');
  const profile = {
    title: 'Leider',
    department: 'Bouw',
    location: 'Zwolle',
    skills: ['beton'],
    managerId: memberId,
  };
  const { version } = await owner.reads(`/users/${owner.id}`);
  await must(owner.api.patch('/users/me', { ...profile, about: 'Ik', phone: '+31', version }));
  await kring.database.query('UPDATE users SET manager_id = $1 WHERE id = $2', [owner.id, author.id]);
  await kring.database.query(
    `UPDATE communities SET purpose = 'Bouwen', starts_on = '2026-01-01', ends_on = '2026-12-31' WHERE id = $1`,
    [communityId],
  );
  for (const path of ['/notifications', `/threads/${openingId}`, '/search?q=canary'])
    for (let attempt = 0; attempt < 40; attempt++) {
      const { status, body } = await owner.api.get(path);
      if (status !== 200 || body.items.length > 0) break;
      await new Promise((done) => setTimeout(done, 50));
    }
  // Whoever is asked about leads somebody, started something, and is in it.
  return { ...scene, userId: owner.id };
}

/** The first answer that is no refusal, and what is wrong with it and with those before it. */
async function tried(operation: Operation): Promise<string[]> {
  const key = asInTheTable(operation.route);
  const wrong: string[] = [];
  for (const asker of ASKERS) {
    const answer = await ask(asker, key, await sceneOf(kring, cast, 'private'));
    wrong.push(...published.differences(operation, answer).map((one) => `${key}, ${answer.status}: ${one}`));
    if (answer.status < 300) return wrong;
  }
  return CANNOT_SUCCEED.includes(key) ? wrong : [...wrong, `${key}: nobody succeeds`];
}

it('every list and every view is as the document says where there is something to show', async () => {
  const scene = await livelyScene();
  const wrong: string[] = [];
  const queries: Record<string, string[]> = {
    'GET /search': ['posts', 'people', 'communities', 'files'].map(
      (where) =>
        `?in=${where}&q=${where === 'files' ? 'plan' : where === 'posts' ? 'canary' : where === 'people' ? 'owner' : 'scene'}`,
    ),
    'GET /threads/{threadId}/acknowledgements': ['?state=given', '?state=missing'],
    'GET /communities': ['?mine=true', '?kind=conversation'],
  };
  const empty: string[] = [];
  for (const operation of published.operations.filter(({ method }) => method === 'GET')) {
    const key = asInTheTable(operation.route);
    for (const query of queries[key] ?? [undefined]) {
      const answers = [await ask('owner', key, scene, query), await ask('admin', key, scene, query)];
      for (const answer of answers)
        wrong.push(...published.differences(operation, answer).map((one) => `${key}${query ?? ''}: ${one}`));
      if (answers.every(({ body }) => Array.isArray(body.items) && body.items.length === 0))
        empty.push(`${key}${query ?? ''}`);
    }
  }
  expect({ wrong, empty: empty.filter((key) => !EMPTY_WITHOUT_RULES.includes(key)) }).toEqual({
    wrong: [],
    empty: [],
  });
});

it('so is every answer of every route, and every refusal', async () => {
  const wrong: string[] = [];
  for (const operation of published.operations) wrong.push(...(await tried(operation)));
  expect(wrong).toEqual([]);
});

it('the document names every route that there is', () => {
  const named = new Set(
    published.operations.map(({ method, path }) => `${method} ${path.replace(/{\w+}/g, ':')}`),
  );
  const served = servedBy(kring);
  expect(served.length).toBe(named.size);
  expect(served.filter((route) => !named.has(route))).toEqual([]);
});

/** What the server answers to under `/api/v1`, read from the tree that its router draws of itself. */
function servedBy({ app }: Kring): string[] {
  const tree: string = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, part, methods] = /^([│ ]*)[├└]── (\S+) \((.*)\)$/.exec(line) ?? [];
    if (indent === undefined || !part || !methods) return [];
    above.splice(indent.length / 4, Number.POSITIVE_INFINITY, part);
    const path = above.join('').replace(/:\w+(?:\|:\w+)*/g, ':');
    if (!path.startsWith('/api/v1/')) return [];
    return methods
      .split(', ')
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method} ${path}`);
  });
}
