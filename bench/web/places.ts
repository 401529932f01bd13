import { ask } from '../http-load.ts';
import type { KringServer } from '../kring-server.ts';
import { logIn, type Member, query } from '../stand.ts';

const REPLIES = 2_000;
/** So many one person may give one post. */
const REACTIONS_EACH = 20;
const REACTING = 25;
const EMOJI = [
  ...'👍🎉😄💡🙏👏🙌💪👌🤝✋👋🤞😊😂😅😉😍🤔😮😢😬🥳😎🤯😴🙈👀💯🔥🚀🏁📌📅📣🔧🍰🌱🌈🎂🏆💚🧡🐝🦉🐢🐳🌵🌻🍀',
];

/** Where to look. */
export interface Places {
  community: string;
  /** Threads that the member may read, none of them long. */
  threads: string[];
  /** One with 2,000 replies, and 500 reactions to what began it. */
  longThread: string;
  /** A reply in the middle of it. */
  replyFarBack: string;
}

/** Finds them among the made-up data, and makes what that does not have. */
export async function placesOf(url: string, server: KringServer, member: Member): Promise<Places> {
  const { communityId } = member;
  // Whoever reads another language than their browser's loads both once; that is not what is measured here.
  await query(url, `UPDATE users SET language = 'en' WHERE id = $1`, [member.userId]);
  const threads = await idsOf(
    url,
    `SELECT t.id FROM threads AS t JOIN memberships AS m USING (community_id)
     WHERE m.user_id = $1 AND t.reply_count BETWEEN 1 AND 20 ORDER BY t.activity_at DESC LIMIT 220`,
    member.userId,
  );
  const longThread = await send(server, member, `/communities/${communityId}/threads`, {
    kind: 'update',
    body: 'Alles over de fundering, van de eerste paal tot de laatste.',
  });
  let replyFarBack = '';
  for (let n = 1; n <= REPLIES; n++) {
    const reply = await send(server, member, `/threads/${longThread.id}/posts`, { body: wordsOf(n) });
    if (n === REPLIES / 2) replyFarBack = reply.id;
  }
  const people = await idsOf(
    url,
    `SELECT user_id AS id FROM memberships WHERE community_id = $1 ORDER BY user_id LIMIT ${REACTING}`,
    communityId,
  );
  for (const [place, userId] of people.entries()) {
    const who = { userId, communityId, token: await logIn(url, userId) };
    for (let n = 0; n < REACTIONS_EACH; n++) {
      const emoji = encodeURIComponent(EMOJI[(place * 7 + n) % EMOJI.length]!);
      const path = `/posts/${longThread.post.id}/reactions/${emoji}`;
      await ask({ ...server.request(who, path), method: 'PUT' });
    }
  }
  return { community: communityId, threads, longThread: longThread.id, replyFarBack };
}

/** Of one to six lines on a phone. */
const wordsOf = (n: number): string =>
  `Paal ${n} staat. ${'De kalender gaf tien slagen voor de laatste tien centimeter. '.repeat(n % 5)}`;

async function send(server: KringServer, member: Member, path: string, body: object): Promise<any> {
  return JSON.parse(await ask(server.request(member, path, body)));
}

async function idsOf(url: string, text: string, value: string): Promise<string[]> {
  const { rows } = await query(url, text, [value]);
  return rows.map(({ id }) => id);
}
