import type { Person } from '#server-testing';
import { BuildingSite } from './building-site.ts';

const site = BuildingSite.forEachTest();
const { settled, told, unread } = site;
let sanne: Person;
let tom: Person;
let mila: Person;
let place: any;
beforeEach(() => {
  ({ sanne, tom, mila, place } = site);
});

describe('reading', () => {
  test('one, or all, and never those of somebody else', async () => {
    for (const body of ['een', 'twee', 'drie']) await sanne.starts(place, `${body} @${tom.handle}`);
    const [newest] = await told(tom);
    expect((await mila.api.post('/notifications/read', { ids: [newest.id] })).status).toBe(204);
    expect(await unread(tom)).toBe(3);
    await tom.api.post('/notifications/read', { ids: [newest.id] });
    expect(await unread(tom)).toBe(2);
    await tom.api.post('/notifications/read', {});
    expect(await unread(tom)).toBe(0);
    expect(await told(tom, '?unread=true')).toEqual([]);
    expect(await told(tom)).toHaveLength(3);
  });

  test('and keeps one for later, unless the same matter waits already', async () => {
    const thread = await tom.starts(place, 'Wie?');
    await sanne.replies(thread, 'Ik');
    const [first] = await told(tom);
    await tom.api.post('/notifications/read', { ids: [first.id] });
    expect((await mila.api.post('/notifications/unread', { ids: [first.id] })).status).toBe(204);
    expect(await unread(tom)).toBe(0);
    expect((await tom.api.post('/notifications/unread', { ids: [first.id] })).status).toBe(204);
    expect(await unread(tom)).toBe(1);
    await tom.api.post('/notifications/read', { ids: [first.id] });
    await mila.replies(thread, 'Ik ook');
    expect(await unread(tom)).toBe(1);
    await tom.api.post('/notifications/unread', { ids: [first.id] });
    expect(await unread(tom)).toBe(1);
  });

  test('by what it is about', async () => {
    const thread = await tom.starts(place, 'Wie?');
    await sanne.replies(thread, `Ik, @${tom.handle}`);
    await mila.replies(thread, 'Ik ook');
    await mila.reacts(thread.post, '👍');
    for (const [about, expected] of [
      ['mentions', ['mention']],
      ['replies', ['reply']],
      ['reactions', ['reaction']],
      ['requests', []],
    ])
      expect((await told(tom, `?about=${about}`)).map(({ kind }) => kind)).toEqual(expected);
    expect((await tom.api.get('/notifications?about=x')).status).toBe(400);
  });

  test('page by page, nothing twice', async () => {
    for (let count = 0; count < 7; count++) await sanne.starts(place, `${count} @${tom.handle}`);
    await settled();
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: any = await tom.reads(`/notifications?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ excerpt }: any) => excerpt[0]));
      cursor = page.next;
    }
    expect(seen).toEqual(['6', '5', '4', '3', '2', '1', '0']);
  });

  test.each([
    'x',
    'WzEsMl0',
    Buffer.from('["a","b"]').toString('base64url'),
    Buffer.from('["2026-01-01","\'"]').toString('base64url'),
  ])('refuses the cursor %s', async (cursor) =>
    expect((await tom.api.get(`/notifications?cursor=${cursor}`)).status).toBe(400),
  );

  test.each([{ ids: 'all' }, { ids: [1] }, { ids: [null] }, { ids: {} }, { all: true }, []])(
    'refuses to mark %j',
    async (body) => expect((await tom.api.post('/notifications/read', body)).status).toBe(400),
  );
});
