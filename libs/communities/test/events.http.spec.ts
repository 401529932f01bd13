import { EVENT_COLUMNS, EventPresenters, type LoggedEvent, type PresentedEvent, Sequencer } from '#platform';
import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let joris: Person;
let guest: Person;

beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
  joris = await kring.person('Joris');
  guest = await kring.person('Gerda', 'guest');
});
afterAll(() => kring.stop());

/** What was logged of a community since `after`, as it would be delivered now. */
async function delivered(communityId: string, after = 0): Promise<PresentedEvent[]> {
  for (let waiting = 1; waiting > 0; ) {
    kring.app.get(Sequencer).wake();
    const [outbox] = await kring.database.query<{ count: number }>('SELECT count(*) FROM outbox');
    waiting = outbox!.count;
  }
  const events = await kring.database.query<LoggedEvent>(
    `SELECT ${EVENT_COLUMNS} FROM events WHERE community_id = $1 AND seq > $2 ORDER BY seq`,
    [communityId, after],
  );
  return kring.app.get(EventPresenters).present(events);
}

async function since(communityId: string, act: () => Promise<unknown>): Promise<PresentedEvent[]> {
  const before = await delivered(communityId);
  await act();
  return delivered(communityId, before.at(-1)?.event.seq);
}

const told = (events: PresentedEvent[]) => events.map(({ event, audience }) => `${event.type} → ${audience}`);
const dataOf = (events: PresentedEvent[], type: string) =>
  events.find(({ event }) => event.type === type)?.data as any;

test('making a community tells its member, and every employee unless it is secret', async () => {
  const open = await delivered((await sanne.creates('Open')).id);
  expect(told(open)).toEqual(['membership.started → both', 'community.created → employees']);
  const secret = await delivered((await sanne.creates('Geheim', { visibility: 'secret' })).id);
  expect(told(secret)).toEqual(['membership.started → both', 'community.created → community']);
});

test('of a private community employees get the card, members also what is inside', async () => {
  const milestones = [{ title: 'Intern' }];
  const place = await sanne.creates('Besloten', { visibility: 'private', milestones });
  const events = await delivered(place.id);
  expect(told(events)).toEqual([
    'membership.started → both',
    'community.created → employees',
    'community.changed → community',
  ]);
  expect(dataOf(events, 'community.created').community).not.toHaveProperty('milestones');
  expect(dataOf(events, 'community.changed').community.milestones).toMatchObject(milestones);
  const ticked = await since(place.id, () =>
    sanne.api.patch(`/communities/${place.id}/milestones/${place.milestones[0].id}`, { done: true }),
  );
  expect(told(ticked)).toEqual(['community.changed → community']);
});

test('guests are no employees: those inside are told as readers', async () => {
  const place = await sanne.creates('Met gast');
  await sanne.admits(guest, place);
  const events = await since(place.id, () => sanne.api.patch(`/communities/${place.id}`, { name: 'Nieuw' }));
  expect(told(events)).toEqual(['community.changed → employees', 'community.changed → community']);
});

test('what an event carries is what a fresh load shows, without what is one viewer’s own', async () => {
  const place = await sanne.creates('Gelijk', { purpose: 'x', milestones: [{ title: 'Een' }] });
  const events = await since(place.id, () => sanne.api.patch(`/communities/${place.id}`, { purpose: 'y' }));
  const { community } = JSON.parse(JSON.stringify(dataOf(events, 'community.changed')));
  const {
    mine: _,
    request: __,
    mayPost: ___,
    mayManage: ____,
    ...fresh
  } = await sanne.reads(`/communities/${place.id}`);
  expect(community).toEqual(fresh);
});

test('one that goes out of sight is forgotten by employees, and its old card is not told again', async () => {
  const place = await sanne.creates('Straks weg');
  const events = await since(place.id, () =>
    sanne.api.patch(`/communities/${place.id}`, { visibility: 'secret' }),
  );
  expect(told(events)).toEqual(['community.hidden → employees', 'community.changed → community']);
  expect(dataOf(events, 'community.hidden')).toEqual({ communityId: place.id });
  const replayed = await delivered(place.id);
  const toEmployees = replayed.filter(({ audience }) => audience === 'employees');
  expect(told(toEmployees)).toEqual(['community.hidden → employees']);
});

test('coming, rising and going are told with the count', async () => {
  const place = await sanne.creates('Komen en gaan');
  const came = await since(place.id, () => joris.joins(place));
  expect(told(came)).toEqual(['membership.started → both']);
  expect(came[0]!.data).toMatchObject({
    ...{ userId: joris.id, user: { name: 'Joris' }, role: 'member', memberCount: 2 },
    community: { id: place.id },
  });
  const rose = await since(place.id, () => sanne.admits(joris, place, 'moderator'));
  expect(rose.map(({ data }) => data)).toMatchObject([{ userId: joris.id, role: 'moderator' }]);
  const went = await since(place.id, () => sanne.removes(joris, place));
  expect(told(went)).toEqual(['membership.ended → both']);
  expect(went[0]!.data).toMatchObject({ userId: joris.id, memberCount: 1 });
  // Replayed to somebody who is out again, the beginning shows nothing of the inside.
  const replayed = await delivered(place.id, came[0]!.event.seq - 1);
  expect(dataOf(replayed, 'membership.started')).not.toHaveProperty('community');
});

test('a request is told to each who may decide and to who made it, and nobody else', async () => {
  const place = await sanne.creates('Aanvraag', { visibility: 'private' });
  const noor = await kring.person('Noor');
  await sanne.admits(noor, place, 'moderator');
  const made = await since(place.id, () => joris.joins(place));
  const forModerators = made.filter(({ event }) => event.type === 'request.made');
  expect(new Set(forModerators.map(({ event }) => event.userId))).toEqual(new Set([sanne.id, noor.id]));
  expect(forModerators[0]!.data).toMatchObject({ userId: joris.id, user: { name: 'Joris' } });
  expect(new Set(told(made))).toEqual(new Set(['request.made → user', 'community.marked → user']));
  expect(dataOf(made, 'community.marked')).toEqual({ communityId: place.id, mine: null, request: 'pending' });
  const closed = await since(place.id, () => sanne.admits(joris, place));
  expect(new Set(told(closed))).toEqual(
    new Set(['request.closed → user', 'community.marked → user', 'membership.started → both']),
  );
  // A moderator no longer is told nothing, though the event was meant for them.
  await sanne.api.put(`/communities/${place.id}/members/${noor.id}`, { role: 'member' });
  const late = (await delivered(place.id)).filter(({ event }) => event.type === 'request.closed');
  expect(late.map(({ event }) => event.userId)).toEqual([sanne.id]);
});

test('an invitation is told to who is invited, with the card alone, and not once it is gone', async () => {
  const place = await sanne.creates('Uitnodiging', {
    visibility: 'secret',
    milestones: [{ title: 'Intern' }],
  });
  const invited = await since(place.id, () =>
    sanne.api.post(`/communities/${place.id}/invitations`, { userIds: [joris.id] }),
  );
  expect(told(invited)).toEqual(['invitation.made → user', 'community.marked → user']);
  const { community, invitedBy } = dataOf(invited, 'invitation.made');
  expect(community).toMatchObject({ name: 'Uitnodiging' });
  expect(community).not.toHaveProperty('milestones');
  expect(invitedBy).toMatchObject({ name: 'Sanne' });
  await joris.api.delete(`/communities/${place.id}/invitations/${joris.id}`);
  const later = await delivered(place.id);
  expect(told(later)).not.toContain('invitation.made → user');
});

test('my level is told to me alone', async () => {
  const place = await sanne.creates('Stil');
  const events = await since(place.id, () =>
    sanne.api.patch(`/communities/${place.id}/membership`, { level: 'none' }),
  );
  expect(told(events)).toEqual(['community.marked → user']);
  expect(events[0]!.event.userId).toBe(sanne.id);
  expect(events[0]!.data).toMatchObject({ mine: { role: 'owner', level: 'none' } });
});
