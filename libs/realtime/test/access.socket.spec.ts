import { type Kring, type Person, startKring } from '#server-testing';
import { headersOf, type Listener, listensAs, quiet, tryConnect } from './listener.ts';

let kring: Kring;
let owner: Person;
let sanne: Person;
let tom: Person;
let guest: Person;
const open: Listener[] = [];

beforeAll(async () => {
  kring = await startKring();
  [owner, sanne, tom] = await Promise.all([kring.person('Olga'), kring.person('Sanne'), kring.person('Tom')]);
  guest = await kring.person('Gast', 'guest');
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.leave();
});
afterAll(() => kring.stop());

async function listen(person: Person, more: object = {}): Promise<Listener> {
  const listener = await listensAs(person, undefined, more);
  open.push(listener);
  return listener;
}

/** What a socket must not have heard, waited for through a witness who must. */
async function expectSilence(listener: Listener, witness: Listener, act: () => Promise<any>): Promise<void> {
  const before = listener.told.length;
  const { id } = await act();
  await witness.waitsFor(() => witness.told.some((event) => JSON.stringify(event).includes(id)));
  await quiet(50);
  expect(JSON.stringify(listener.told.slice(before))).not.toContain(id);
}

/** Lets the log fall so far behind that what happens next is told in several batches. */
async function whileTheLogWaits(act: () => Promise<void>): Promise<void> {
  const locked = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const waiting = kring.database.transaction(async (transaction) => {
    await transaction.query('SELECT FROM event_log FOR UPDATE');
    locked.resolve();
    await over.promise;
  });
  await locked.promise;
  await act().finally(over.resolve);
  await waiting;
}
const manyOtherEvents = () =>
  kring.database.query(
    `INSERT INTO outbox (type, user_id) SELECT 'notification.read', $1 FROM generate_series(1, 1200)`,
    [tom.id],
  );

describe('what was written after access ended', () => {
  test.each([
    ['to a community that went out of sight', 'public'],
    ['to a community that somebody was put out of', 'private'],
  ])('%s is in no view of something earlier', async (_, visibility) => {
    const place = await owner.creates('Straks dicht', { visibility });
    if (visibility === 'private') await owner.admits(sanne, place);
    const [listener, witness] = [await listen(sanne), await listen(owner)];
    expect(await listener.ask('watch', { communityId: place.id })).toEqual({ ok: true });
    await whileTheLogWaits(async () => {
      const thread = await owner.starts(place, 'Nog open');
      await manyOtherEvents();
      if (visibility === 'private') await owner.removes(sanne, place);
      else await owner.api.patch(`/communities/${place.id}`, { visibility: 'secret' });
      await owner.replies(thread, 'Alleen voor wie er nog is');
    });
    await witness.hears('post.replied', ({ communityId }) => communityId === place.id);
    await listener.waitsFor(() =>
      listener.told.some(
        ({ type, communityId, data }) =>
          /^membership.ended|^community.hidden/.test(type) && (communityId ?? data.communityId) === place.id,
      ),
    );
    expect(JSON.stringify(listener.told)).not.toContain('Alleen voor wie er nog is');
  });
});

describe('what a socket hears', () => {
  test('is what its communities do, and not what others do', async () => {
    const [mine, theirs] = [
      await owner.creates('Mijn', { visibility: 'private' }),
      await owner.creates('Hun', { visibility: 'private' }),
    ];
    await owner.admits(sanne, mine);
    const [listener, witness] = [await listen(sanne), await listen(owner)];
    const thread = await owner.starts(mine, 'Hoor je mij');
    await listener.hears('thread.started', ({ threadId }) => threadId === thread.id);
    await expectSilence(listener, witness, () => owner.starts(theirs, 'Hoor je niet'));
  });

  test('in a community that one has just joined or been let into, from the next event on', async () => {
    const place = await owner.creates('Binnenkort', { visibility: 'private' });
    const listener = await listen(sanne);
    await owner.admits(sanne, place);
    const thread = await owner.starts(place, 'Welkom');
    await listener.hears('membership.started', ({ communityId }) => communityId === place.id);
    await listener.hears('thread.started', ({ threadId }) => threadId === thread.id);
    const started = listener.types();
    expect(started.indexOf('membership.started')).toBeLessThan(started.indexOf('thread.started'));
  });

  test('in a community where nobody listened until now, of whatever is told in one go with the joining', async () => {
    const place = await owner.creates('Nog stil', { visibility: 'private' });
    const listener = await listen(sanne);
    const started = Promise.withResolvers<string>();
    await whileTheLogWaits(async () => {
      await owner.admits(sanne, place);
      started.resolve((await owner.starts(place, 'Meteen al')).id);
    });
    const id = await started.promise;
    await listener.hears('thread.started', ({ threadId }) => threadId === id);
  });

  test('by a topic, of whatever is told in one go with the following', async () => {
    const place = await owner.creates('Open plein', { visibility: 'public' });
    const listener = await listen(sanne);
    const started = Promise.withResolvers<string>();
    await whileTheLogWaits(async () => {
      await sanne.api.put('/topics/meteen/follow').then((answer) => expect(answer.status).toBeLessThan(300));
      started.resolve((await owner.starts(place, 'Over #meteen gesproken')).id);
    });
    const id = await started.promise;
    await listener.hears('thread.started', ({ threadId }) => threadId === id);
  });

  test('of a public community only while it watches it', async () => {
    const place = await owner.creates('Plein');
    const thread = await owner.starts(place, 'Eerst');
    const [listener, witness] = [await listen(sanne), await listen(owner)];
    await expectSilence(listener, witness, () => owner.starts(place, 'Ongezien'));
    expect(await listener.ask('watch', { communityId: place.id })).toEqual({ ok: true });
    const seen = await owner.starts(place, 'Gezien');
    await listener.hears('thread.started', ({ threadId }) => threadId === seen.id);
    expect(await listener.ask('unwatch', { communityId: place.id })).toEqual({ ok: true });
    await expectSilence(listener, witness, () => owner.replies(thread, 'Weer ongezien'));
    expect(await listener.ask('watch', { threadId: thread.id })).toEqual({ ok: true });
    await owner.replies(thread, 'In deze draad');
    await listener.hears('post.replied', ({ data }) => data.post.body === 'In deze draad');
    await expectSilence(listener, witness, () => owner.starts(place, 'Andere draad'));
  });

  test('each event once, however many rooms it reaches it through', async () => {
    const place = await owner.creates('Dubbel');
    const thread = await owner.starts(place, 'Een keer');
    const listener = await listen(owner, { watch: [{ communityId: place.id }, { threadId: thread.id }] });
    await owner.replies(thread, 'Precies een');
    await listener.hears('post.replied');
    await quiet(50);
    expect(listener.types().filter((type) => type === 'post.replied')).toHaveLength(1);
  });

  test('is the same view for all who hear it, without what is of one viewer', async () => {
    const place = await owner.creates('Gelijk');
    await sanne.joins(place);
    const [one, other] = [await listen(owner), await listen(sanne)];
    await owner.starts(place, 'Voor allen');
    const [a, b] = [await one.hears('thread.started'), await other.hears('thread.started')];
    expect(a).toEqual(b);
    expect(JSON.stringify(a)).not.toContain('"mine"');
  });
});

describe('what may not be watched answers as what is not there', () => {
  test.each(['private', 'secret'])(
    'a %s community, its threads, by employees, admins and guests',
    async (visibility) => {
      const place = await owner.creates('Dicht', { visibility });
      const thread = await owner.starts(place, 'Binnen');
      const nowhere = '01900000-0000-7000-8000-000000000000';
      for (const person of [sanne, kring.admin, guest]) {
        const listener = await listen(person);
        const missing = await listener.ask('watch', { communityId: nowhere });
        expect(missing).toMatchObject({ problem: { status: 404 } });
        expect(await listener.ask('watch', { communityId: place.id })).toEqual(missing);
        expect(await listener.ask('watch', { threadId: thread.id })).toEqual(missing);
        expect(await listener.ask('typing', { threadId: thread.id })).toEqual(missing);
        await listener.resume({ watch: [{ communityId: place.id }, { threadId: thread.id }] });
        const witness = await listen(owner);
        await expectSilence(listener, witness, () => owner.replies(thread, 'Nog binnen'));
      }
    },
  );

  test('a public community, by a guest', async () => {
    const place = await owner.creates('Open');
    expect(await (await listen(guest)).ask('watch', { communityId: place.id })).toMatchObject({
      problem: { status: 404 },
    });
  });
});

describe('access that ended', () => {
  test("a removed member's two tabs get nothing any more, nor anything by replay", async () => {
    const place = await owner.creates('Vertrouwelijk', { visibility: 'private' });
    await owner.admits(sanne, place);
    const thread = await owner.starts(place, 'Samen');
    const [tab, other, witness] = [await listen(sanne), await listen(sanne), await listen(owner)];
    for (const each of [tab, other]) await each.ask('watch', { threadId: thread.id });
    const cursor = tab.cursor!;
    await owner.replies(thread, 'Nog samen');
    for (const each of [tab, other]) await each.hears('post.replied');
    await owner.removes(sanne, place);
    for (const each of [tab, other])
      await each.hears('membership.ended', ({ data }) => data.userId === sanne.id);
    for (const each of [tab, other]) {
      await expectSilence(each, witness, () => owner.replies(thread, 'Zonder haar'));
      await expectSilence(each, witness, async () => {
        await owner.reacts(thread.post, '👍');
        return thread;
      });
      await witness.ask('watch', { threadId: thread.id });
      await witness.ask('typing', { threadId: thread.id });
      expect(each.typing).toEqual([]);
      expect(await each.ask('typing', { threadId: thread.id })).toMatchObject({ problem: { status: 404 } });
    }
    const back = await listensAs(sanne, cursor, { watch: [{ threadId: thread.id }] });
    open.push(back);
    expect(back.told.filter(({ communityId }) => communityId === place.id).map(({ type }) => type)).toEqual([
      'membership.ended',
    ]);
    expect(JSON.stringify(back.told)).not.toContain('samen');
  });

  test('no text that was written after the removal reaches the removed, under load', async () => {
    const place = await owner.creates('Druk', { visibility: 'private' });
    await owner.admits(tom, place);
    const thread = await owner.starts(place, 'Druk');
    const listener = await listen(tom);
    let after = false;
    let stop = false;
    const writing = [owner, owner, owner].map(async (person) => {
      while (!stop) await person.replies(thread, after ? 'na afloop' : 'ervoor');
    });
    await quiet(300);
    await owner.removes(tom, place);
    await quiet(100);
    after = true;
    await quiet(700);
    stop = true;
    await Promise.all(writing);
    expect(JSON.stringify(listener.told)).toContain('ervoor');
    expect(JSON.stringify(listener.told)).not.toContain('na afloop');
    const end = listener.told.findIndex(({ type }) => type === 'membership.ended');
    expect(listener.told.slice(end + 1).filter(({ communityId }) => communityId === place.id)).toEqual([]);
  });

  test('watchers of a community that is not public any more are sent away', async () => {
    const place = await owner.creates('Nog open');
    await tom.joins(place);
    const thread = await owner.starts(place, 'Nog open');
    const [reader, ofThread, member] = [
      await listen(sanne, { watch: [{ communityId: place.id }] }),
      await listen(sanne, { watch: [{ threadId: thread.id }] }),
      await listen(tom, { watch: [{ threadId: thread.id }] }),
    ];
    await owner.replies(thread, 'Nog voor allen');
    for (const each of [reader, ofThread, member]) await each.hears('post.replied');
    const closed = await owner.api.patch(`/communities/${place.id}`, {
      visibility: 'private',
      version: place.version,
    });
    expect(closed.status).toBe(200);
    await member.hears('community.changed');
    for (const each of [reader, ofThread])
      await expectSilence(each, member, () => owner.replies(thread, 'Alleen voor leden'));
  });

  test.each(['logging out', 'ending it from another device', 'a new password'])(
    'a session that ended by %s',
    async (way) => {
      const person = await kring.person('Weg');
      const device = await person.onAnotherDevice();
      const [kept, gone] = [await listen(person), await listen(device)];
      if (way === 'logging out') await device.api.delete('/session');
      else if (way === 'ending it from another device') await person.api.delete('/sessions');
      else
        await person.api.put('/users/me/password', {
          current: kring.password,
          password: 'een-ander-woord-98',
        });
      await gone.waitsFor(() => gone.ended === 'io server disconnect', 2_000);
      expect(kept.socket.connected).toBe(true);
      const { refusal } = await tryConnect(kring, { extraHeaders: headersOf(device) });
      expect(refusal).not.toBeNull();
    },
  );

  test('a deactivated person has no socket and opens none', async () => {
    const person = await kring.person('Vertrekt');
    const listener = await listen(person);
    await kring.admin.api.post(`/users/${person.id}/deactivate`);
    await listener.waitsFor(() => listener.ended === 'io server disconnect', 2_000);
    expect((await tryConnect(kring, { extraHeaders: headersOf(person) })).refusal).not.toBeNull();
    const token = person.api.cookie().split('=')[1]!;
    expect((await tryConnect(kring, { auth: { token } })).refusal).toBe('unauthenticated');
  });

  test('a log-in that ends while its socket resumes', async () => {
    const person = await kring.person('Net te laat');
    const { listener } = await tryConnect(kring, { extraHeaders: headersOf(person) });
    open.push(listener);
    await kring.database.query('DELETE FROM sessions WHERE user_id = $1', [person.id]);
    const answer = await listener.ask('resume', {}).catch(() => null);
    expect(answer?.cursor).toBeUndefined();
    await listener.waitsFor(() => listener.ended !== null);
  });

  test('a changed role makes the socket begin again', async () => {
    const person = await kring.person('Word admin');
    const listener = await listen(person);
    await kring.admin.api.patch(`/users/${person.id}`, { role: 'admin' });
    await listener.waitsFor(() => listener.ended === 'transport close');
  });
});

describe('what is not stored', () => {
  test('typing is told to whoever has the thread open, not to who types, and seldom', async () => {
    const place = await owner.creates('Tikken');
    await tom.joins(place);
    const thread = await owner.starts(place, 'Typ maar');
    const more = { watch: [{ threadId: thread.id }] };
    const [typist, watcher, member] = [
      await listen(owner, more),
      await listen(sanne, more),
      await listen(tom),
    ];
    for (let count = 0; count < 10; count++) await typist.ask('typing', { threadId: thread.id });
    await watcher.waitsFor(() => watcher.typing.length > 0);
    await quiet(50);
    expect(watcher.typing).toEqual([{ threadId: thread.id, userId: owner.id, name: owner.name }]);
    expect(typist.typing).toEqual([]);
    expect(member.typing).toEqual([]);
  });

  test('presence is told among colleagues; guests neither hear it nor are in it', async () => {
    const person = await kring.person('Komt');
    const [colleague, outsider] = [await listen(tom), await listen(guest)];
    const arriving = await listen(person);
    await colleague.waitsFor(() =>
      colleague.presence.some(({ userId, online }) => userId === person.id && online),
    );
    await arriving.waitsFor(() => arriving.presence.some(({ userId }) => userId === tom.id));
    arriving.leave();
    await colleague.waitsFor(
      () => colleague.presence.some(({ userId, online }) => userId === person.id && !online),
      8_000,
    );
    expect(outsider.presence).toEqual([]);
    expect(colleague.presence.some(({ userId }) => userId === guest.id)).toBe(false);
  });
});
