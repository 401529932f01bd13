import fc from 'fast-check';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '#testing';
import { knownCommunity, mayKnowOf, mayRead, readableCommunity, visiblePerson } from './readable.ts';

/** Everything the rule may depend on; whatever else is in the database must make no difference. */
const VISIBILITIES = ['public', 'private', 'secret'] as const;
const KINDS = ['project', 'group', 'company', 'person', 'conversation'] as const;
const ROLES = [null, 'member', 'moderator', 'owner'] as const;
const VIEWERS = ['member', 'guest', 'admin', 'bot'] as const;

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});
beforeEach(() => client.query('BEGIN'));
afterEach(() => client.query('ROLLBACK'));

async function one<T = any>(text: string, values: unknown[] = []): Promise<T> {
  return (await client.query(text, values)).rows[0];
}

let people = 0;
async function person(role: string): Promise<string> {
  const name = `p${++people}`;
  const { id } = await one(
    `INSERT INTO users (email, handle, name, role) VALUES ($1 || '@example.com', $1, $1, $2) RETURNING id`,
    [name, role],
  );
  return id;
}

async function community(kind: string, visibility: string, archived = false): Promise<string> {
  const personId = kind === 'person' ? await person('member') : null;
  const { id } = await one(
    `INSERT INTO communities (kind, visibility, name, person_id, archived_at)
     VALUES ($1, $2, 'x', $3, CASE WHEN $4 THEN now() END) RETURNING id`,
    [kind, visibility, personId, archived],
  );
  return id;
}

const enter = (communityId: string, userId: string, role: string) =>
  client.query('INSERT INTO memberships (community_id, user_id, role) VALUES ($1, $2, $3)', [
    communityId,
    userId,
    role,
  ]);

/** What the SQL conditions say of one community. */
const inSql = (communityId: string, userId: string, guest: boolean) =>
  one<{ readable: boolean; known: boolean }>(
    `SELECT ${readableCommunity('c', '$2::uuid', '$3::boolean')} AS readable,
       ${knownCommunity('c', '$2::uuid', '$3::boolean')} AS known FROM communities AS c WHERE c.id = $1`,
    [communityId, userId, guest],
  );

const table = KINDS.flatMap((kind) =>
  VISIBILITIES.filter((visibility) => kind !== 'conversation' || visibility === 'secret').flatMap(
    (visibility) => ROLES.flatMap((role) => VIEWERS.map((viewer) => ({ kind, visibility, role, viewer }))),
  ),
);

describe('who may read a community', () => {
  test.each(table)('$viewer, as $role of a $visibility $kind', async ({ kind, visibility, role, viewer }) => {
    const userId = await person(viewer);
    const id = await community(kind, visibility);
    if (role) await enter(id, userId, role);
    const guest = viewer === 'guest';
    const isMember = role !== null;
    const readable = isMember || (visibility === 'public' && !guest);
    const known = isMember || (visibility !== 'secret' && !guest);
    expect(mayRead({ guest }, { visibility, isMember })).toBe(readable);
    expect(mayKnowOf({ guest }, { visibility, isMember })).toBe(known);
    expect(await inSql(id, userId, guest)).toEqual({ readable, known });
  });

  test('function and SQL agree, whoever else is in it and wherever else the viewer is', async () => {
    const scene = fc.record({
      kind: fc.constantFrom(...KINDS.filter((kind) => kind !== 'conversation' && kind !== 'company')),
      visibility: fc.constantFrom(...VISIBILITIES),
      role: fc.constantFrom(...ROLES),
      viewer: fc.constantFrom(...VIEWERS),
      archived: fc.boolean(),
      others: fc.array(fc.constantFrom('member', 'moderator', 'owner'), { maxLength: 3 }),
      elsewhere: fc.array(fc.constantFrom(...VISIBILITIES), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(scene, async ({ kind, visibility, role, viewer, archived, others, elsewhere }) => {
        const userId = await person(viewer);
        const id = await community(kind, visibility, archived);
        if (role) await enter(id, userId, role);
        for (const other of others) await enter(id, await person('member'), other);
        for (const each of elsewhere) await enter(await community('group', each), userId, 'owner');
        const guest = viewer === 'guest';
        const state = { visibility, isMember: role !== null };
        const said = { readable: mayRead({ guest }, state), known: mayKnowOf({ guest }, state) };
        expect(await inSql(id, userId, guest)).toEqual(said);
        // What may be read is never hidden.
        expect(said.known || !said.readable).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('whom somebody may see', () => {
  const sees = async (viewerId: string, guest: boolean, personId: string): Promise<boolean> => {
    const text = `SELECT ${visiblePerson('u', '$2::uuid', '$3::boolean')} AS visible FROM users AS u WHERE u.id = $1`;
    return (await one(text, [personId, viewerId, guest])).visible;
  };

  test('an employee sees everybody', async () => {
    const [viewer, other] = [await person('member'), await person('guest')];
    expect(await sees(viewer, false, other)).toBe(true);
  });

  test('a guest sees themselves and whom they share a community with', async () => {
    const [guest, together, stranger] = [
      await person('guest'),
      await person('member'),
      await person('member'),
    ];
    const [shared, foreign] = [await community('group', 'secret'), await community('group', 'public')];
    await enter(shared, guest, 'member');
    await enter(shared, together, 'owner');
    await enter(foreign, stranger, 'owner');
    expect(await sees(guest, true, guest)).toBe(true);
    expect(await sees(guest, true, together)).toBe(true);
    expect(await sees(guest, true, stranger)).toBe(false);
  });
});
