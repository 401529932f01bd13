import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let placeId: string;
let milestoneId: string;

beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
  const place = await sanne.creates('Proef', { milestones: [{ title: 'Een' }] });
  placeId = place.id;
  milestoneId = place.milestones[0].id;
});
afterAll(() => kring.stop());

const NOT_TEXT: unknown[] = [7, true, [], ['a'], {}, { $ne: null }, { toString: 'x' }];
const BAD_LINE = [
  '',
  '  ',
  '\u00a0',
  'nul\0',
  'bell\u0007',
  'two\nlines',
  'evil\u202egnp.exe',
  '\u200b',
  '\u3164',
  '\u2800',
  '\u00ad',
  '\u200d',
];
const line = (max: number) => [...NOT_TEXT, ...BAD_LINE, 'x'.repeat(max + 1), 'x'.repeat(100_000)];
const BAD_DAY = [
  ...NOT_TEXT,
  '',
  '2026-02-30',
  '26-01-01',
  '2026-1-1',
  '2026-01-01T00:00:00Z',
  'now()',
  '0000-00-00',
];
const BAD_ID = [7, true, [], {}, '', 'x', "'--", '0196a1b0'];
const BAD_WORD = [...NOT_TEXT, '', 'x', 'PUBLIC', '__proto__', 'constructor'];

const CREATE: Record<string, unknown[]> = {
  name: [null, ...line(100)],
  kind: [undefined, null, ...BAD_WORD, 'company', 'person'],
  visibility: [null, ...BAD_WORD],
  purpose: [...NOT_TEXT, 'nul\0', 'x'.repeat(2001)],
  startsOn: BAD_DAY,
  endsOn: BAD_DAY,
  status: [null, ...BAD_WORD],
  milestones: ['x', 7, {}, [7], ['x'], [null], [[]], [{}], [{ title: '' }], [{ title: 'x', dueOn: 'x' }]],
  memberIds: [['0196a1b0-0000-7000-8000-000000000000'], 'x', {}, [7], [null], ['x']],
};

const CHANGE: Record<string, unknown[]> = {
  name: [null, ...line(100)],
  purpose: [...NOT_TEXT, 'nul\0', 'x'.repeat(2001)],
  visibility: [null, ...BAD_WORD],
  startsOn: BAD_DAY,
  endsOn: BAD_DAY,
  status: [null, ...BAD_WORD],
  hue: [null, -1, 360, 1.5, 'x', '', [], {}, true, '1e2'],
  pictureId: BAD_ID,
  version: [null, 0, -1, 1.5, 'x', [], {}, 2 ** 53],
};

const cases = (fields: Record<string, unknown[]>) =>
  Object.entries(fields).flatMap(([field, values]) => values.map((value) => [field, value] as const));

/** The field is named; of parts of it too. */
const names = (body: any, field: string) =>
  body.errors?.some((error: any) => error.field === field || error.field.startsWith(`${field}.`));

async function refusals(
  method: 'post' | 'patch' | 'put',
  path: string,
  fields: Record<string, unknown[]>,
  valid: Record<string, unknown> = {},
): Promise<unknown[]> {
  const wrong = [];
  for (const [field, value] of cases(fields)) {
    const { status, body } = await sanne.api[method](path, { ...valid, [field]: value });
    if (status !== 400 || !names(body, field)) wrong.push({ field, value, status, body });
  }
  return wrong;
}

test('a community is not made of bad input', async () => {
  expect(await refusals('post', '/communities', CREATE, { name: 'Goed', kind: 'project' })).toEqual([]);
});

test('nor changed into it', async () => {
  expect(await refusals('patch', `/communities/${placeId}`, CHANGE)).toEqual([]);
});

test('milestones, roles, levels and invitations refuse it too', async () => {
  const title = line(200);
  const dueOn = BAD_DAY;
  const base = `/communities/${placeId}`;
  const done = [null, 'x', 7, [], {}, 'yes'];
  expect([
    ...(await refusals(
      'post',
      `${base}/milestones`,
      { title: [undefined, null, ...title], dueOn },
      { title: 'x' },
    )),
    ...(await refusals('patch', `${base}/milestones/${milestoneId}`, {
      title: [null, ...title],
      dueOn,
      done,
    })),
    ...(await refusals('put', `${base}/members/${kring.admin.id}`, { role: [null, ...BAD_WORD] })),
    ...(await refusals('patch', `${base}/membership`, { level: [undefined, null, ...BAD_WORD] })),
    ...(await refusals('post', `${base}/invitations`, {
      userIds: [undefined, null, 'x', {}, [], [7], ['x'], [null], Array(101).fill(kring.admin.id)],
    })),
  ]).toEqual([]);
});

test('unknown fields are named, above all those that would give rights', async () => {
  for (const field of [
    'ownerId',
    'createdBy',
    'handle',
    'memberCount',
    'personId',
    'archivedAt',
    'role',
    'id',
  ]) {
    const made = await sanne.api.post('/communities', { name: 'x', kind: 'group', [field]: 'x' });
    const changed = await sanne.api.patch(`/communities/${placeId}`, { [field]: 'x' });
    for (const { status, body } of [made, changed])
      expect([status, body.errors]).toEqual([
        400,
        [expect.objectContaining({ field, code: 'unknown-field' })],
      ]);
  }
});

test('ids in the path that are none, or of nothing, find nothing', async () => {
  const ids = ['x', '0', '%00', "'--", '0196a1b0-0000-7000-8000-000000000000', '__proto__', '..%2f..%2f'];
  for (const id of ids) {
    const answers = await Promise.all([
      sanne.api.get(`/communities/${id}`),
      sanne.api.patch(`/communities/${id}`, { name: 'x' }),
      sanne.api.delete(`/communities/${id}`),
      sanne.api.post(`/communities/${id}/restore`),
      sanne.api.post(`/communities/${id}/join`),
      sanne.api.post(`/communities/${id}/leave`),
      sanne.api.get(`/communities/${id}/members`),
      sanne.api.get(`/communities/${id}/mentionables`),
      sanne.api.get(`/communities/${id}/requests`),
      sanne.api.get(`/communities/${id}/invitations`),
      sanne.api.patch(`/communities/${id}/membership`, { level: 'all' }),
      sanne.api.put(`/communities/${id}/members/${kring.admin.id}`, {}),
      sanne.api.put(`/communities/${placeId}/members/${id}`, {}),
      sanne.api.delete(`/communities/${placeId}/members/${id}`),
      sanne.api.delete(`/communities/${placeId}/requests/${id}`),
      sanne.api.delete(`/communities/${placeId}/invitations/${id}`),
      sanne.api.patch(`/communities/${placeId}/milestones/${id}`, { done: true }),
      sanne.api.delete(`/communities/${placeId}/milestones/${id}`),
      sanne.api.post(`/users/${id}/follow`),
      sanne.api.delete(`/users/${id}/follow`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  }
});

test('lists refuse bad queries', async () => {
  const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
  const queries = [
    ...[
      'limit=0',
      'limit=101',
      'limit=x',
      'limit=1.5',
      'kind=x',
      'mine=x',
      'archived=7',
      'q=',
      'q=%00',
      'x=1',
    ],
    ...['q=a&q=b', 'kind[]=group', 'cursor=x', `cursor=${cursor([1])}`, `cursor=${cursor(['a', {}])}`],
    ...[`cursor=${cursor(['a', 'no-id'])}`, `cursor=${cursor(['\0', placeId])}`, `cursor=${cursor({})}`],
  ];
  for (const query of queries)
    expect([query, (await sanne.api.get(`/communities?${query}`)).status]).toEqual([query, 400]);
  for (const query of ['role=x', 'q=%00', 'limit=x', `cursor=${cursor(['a', 'no-id'])}`])
    expect([query, (await sanne.api.get(`/communities/${placeId}/members?${query}`)).status]).toEqual([
      query,
      400,
    ]);
});
