import { vapidClaims } from './push-endpoint.ts';
import { pushStage } from './push-stage.ts';

const on = pushStage();

describe('what a on.browser gets', () => {
  test('is encrypted for it, signed by us, and leads to the very post', async () => {
    const thread = await on.sanne.starts(on.place, `Kijk eens @${on.tom.handle}`);
    await on.settled();
    const [{ headers, message }, ...more] = on.browser.received as any;
    expect(more).toEqual([]);
    expect(message).toEqual({
      kind: 'mention',
      who: 'Sanne',
      others: 0,
      place: { kind: 'project', name: 'Nieuwbouw' },
      words: `Kijk eens @${on.tom.handle}`,
      path: `/threads/${thread.id}#post-${thread.post.id}`,
      tag: thread.id,
      unread: 1,
      language: 'en',
      at: expect.any(String),
    });
    const { publicKey } = await on.tom.reads('/push');
    const claims = vapidClaims(headers.authorization, publicKey);
    expect(claims).toMatchObject({ aud: new URL(on.browser.url).origin, sub: 'mailto:kring@localhost' });
    expect(claims.exp * 1000).toBeGreaterThan(Date.now());
    expect(headers).toMatchObject({ ttl: '86400', urgency: 'high', topic: thread.id.replaceAll('-', '') });
  });

  test('of a private community says who and where and not what; of a conversation not even where', async () => {
    const secluded = await on.owner.creates('Overname', { visibility: 'secret' });
    await on.owner.admits(on.tom, secluded);
    await on.settled();
    await on.owner.starts(secluded, `Geheim @${on.tom.handle}`);
    await on.settled();
    const talk = await on.owner.creates('', {
      kind: 'conversation',
      visibility: undefined,
      name: undefined,
      memberIds: [on.tom.id],
    });
    await on.owner.starts(talk, 'Heb je even?');
    await on.settled();
    expect(on.browser.messages).toMatchObject([
      { kind: 'added', who: 'Olga Owner', place: { name: 'Overname' } },
      { kind: 'mention', who: 'Olga Owner', place: { name: 'Overname' } },
      { kind: 'thread', who: 'Olga Owner', place: { kind: 'conversation', name: '' } },
    ]);
    expect(JSON.stringify(on.browser.messages)).not.toMatch(/Geheim|even/);
  });

  test('a thread takes the place of what it said before', async () => {
    const thread = await on.tom.starts(on.place, 'Wie?');
    for (const body of ['Ik', 'Ik ook']) {
      await on.sanne.replies(thread, body);
      await on.settled();
    }
    expect(on.browser.messages).toMatchObject([
      { words: 'Ik', tag: thread.id },
      { words: 'Ik ook', tag: thread.id },
    ]);
  });

  test('is nothing for a kind that is switched off, as reactions are at first', async () => {
    const thread = await on.tom.starts(on.place, 'Klaar');
    await on.sanne.reacts(thread.post, '👍');
    await on.settled();
    await on.settings({ pushOff: ['reply'] });
    await on.sanne.replies(thread, 'Mooi');
    await on.settled();
    expect(on.browser.messages).toEqual([]);
    await on.owner.reacts(thread.post, '🎉');
    await on.settled();
    expect(on.browser.messages).toMatchObject([{ kind: 'reaction', emoji: '🎉' }]);
  });
});

describe('just before sending it is asked again', () => {
  /** Holds what is said now, then lets it go. */
  async function heldBack(what: () => Promise<void>, meanwhile: () => Promise<unknown>): Promise<void> {
    await on.settings({ quiet: on.quietNow() });
    await what();
    await on.settled();
    expect(on.browser.messages).toEqual([]);
    await meanwhile();
    await on.settings({ quiet: null });
    await on.comesDue();
    await on.settled();
  }
  const mention = async () => void (await on.sanne.starts(on.place, `Dag @${on.tom.handle}`));

  test('what waited goes when the quiet is over', async () => {
    await heldBack(mention, async () => undefined);
    expect(on.browser.messages).toMatchObject([{ kind: 'mention' }]);
  });

  test('nothing of a community that somebody was removed from', async () => {
    const secluded = await on.owner.creates('Dicht');
    await on.tom.joins(secluded);
    const wish = { visibility: 'private', version: secluded.version };
    await on.owner.api.patch(`/communities/${secluded.id}`, wish);
    await heldBack(
      async () => void (await on.owner.starts(secluded, `@${on.tom.handle}`)),
      () => on.owner.removes(on.tom, secluded),
    );
    expect(on.browser.messages).toEqual([]);
  });

  test('nothing that was read meanwhile', async () => {
    await heldBack(mention, () => on.tom.api.post('/notifications/read', {}));
    expect(on.browser.messages).toEqual([]);
  });

  test('nothing of a post that was deleted', async () => {
    let post: any;
    await heldBack(
      async () => {
        post = (await on.sanne.starts(on.place, `Oeps @${on.tom.handle}`)).post;
      },
      () => on.sanne.api.delete(`/posts/${post.id}`),
    );
    expect(on.browser.messages).toEqual([]);
  });

  test('many at once are one message that says how many', async () => {
    await heldBack(
      async () => {
        for (let count = 0; count < 5; count++) await mention();
      },
      async () => undefined,
    );
    expect(on.browser.messages).toMatchObject([
      { kind: 'several', count: 5, path: '/notifications', unread: 5 },
    ]);
  });
});
