import fc from 'fast-check';
import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
});
afterAll(() => kring.stop());

/** Walks a feed to its end; `between` happens after each page. */
async function walk(
  path: string,
  limit: number,
  between: (page: number) => Promise<unknown>,
): Promise<string[]> {
  const seen: string[] = [];
  let cursor = '';
  for (let page = 0; page < 1_000; page++) {
    const { items, next } = await sanne.reads(`${path}?limit=${limit}${cursor}`);
    seen.push(...items.map(({ id }: any) => id));
    if (!next) return seen;
    cursor = `&cursor=${next}`;
    await between(page);
  }
  throw new Error('The walk does not end.');
}

async function addThreads(community: any, count: number, at: string): Promise<string[]> {
  const rows = await kring.database.query<{ id: string }>(
    `INSERT INTO threads (community_id, author_id, kind, is_public, created_at, activity_at)
     SELECT $1, $2, 'question', true, ${at}, ${at} FROM generate_series(1, $3) AS n RETURNING id`,
    [community.id, sanne.id, count],
  );
  await kring.database.query(
    `INSERT INTO posts (thread_id, community_id, author_id, position, body, html)
     SELECT id, community_id, author_id, 1, 'x', '<p>x</p>' FROM threads WHERE id = ANY ($1)`,
    [rows.map(({ id }) => id)],
  );
  return rows.map(({ id }) => id);
}

test('a thousand threads of one millisecond are each seen once', async () => {
  const places = [await sanne.creates('Een'), await sanne.creates('Twee')];
  const ids = (
    await Promise.all(
      places.map((place) => addThreads(place, 500, `'2026-02-01T12:00:00.123Z'::timestamptz`)),
    )
  ).flat();
  for (const path of ['/feeds/home', '/feeds/everything', '/feeds/unanswered']) {
    const seen = await walk(path, 37, async () => undefined);
    expect(seen).toHaveLength(1_000);
    expect(new Set(seen)).toEqual(new Set(ids));
  }
  const one = await walk(`/communities/${places[0].id}/threads`, 37, async () => undefined);
  expect(new Set(one).size).toBe(500);
  expect(one).toHaveLength(500);
});

type Change = 'start' | 'reply' | 'delete' | 'edit' | 'bookmark';

test('who is there during the whole walk and does not move is seen exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 7 }),
      fc.array(fc.constantFrom<Change>('start', 'reply', 'delete', 'edit', 'bookmark'), {
        minLength: 5,
        maxLength: 10,
      }),
      async (limit, changes) => {
        const place = await sanne.creates('Onderweg');
        const path = `/communities/${place.id}/threads`;
        // Several share a moment, so that ties are crossed too.
        const ids = await addThreads(place, 30, `'2026-02-01Z'::timestamptz + n / 4 * interval '1 s'`);
        const replied = new Set<string>();
        const started = new Set<string>();
        const removed = new Set<string>();
        const change = async (page: number) => {
          const id = ids[(page * 7) % ids.length]!;
          if (removed.has(id)) return;
          const { post } = await sanne.reads(`/threads/${id}`);
          switch (changes[page % changes.length]) {
            case 'start':
              started.add((await sanne.starts(place, 'Nieuw')).id);
              break;
            case 'reply':
              await sanne.replies({ id }, 'Omhoog');
              replied.add(id);
              break;
            case 'delete':
              await sanne.api.delete(`/posts/${post.id}`);
              if (!replied.has(id)) removed.add(id); // nothing is left of it
              break;
            case 'edit':
              await sanne.api.patch(`/posts/${post.id}`, { body: `${page}`, version: post.version });
              break;
            default:
              await sanne.api.put(`/threads/${id}/bookmark`);
          }
        };
        const seen = await walk(path, limit, change);
        expect(new Set(seen).size).toBe(seen.length);
        for (const id of ids) if (!replied.has(id) && !removed.has(id)) expect(seen).toContain(id);
        // What moved to the top during the walk is found there by loading the top anew.
        const top = await walk(path, 100, async () => undefined);
        expect(new Set(top)).toEqual(new Set([...ids, ...started]).difference(removed));
      },
    ),
    { numRuns: 12 },
  );
});
