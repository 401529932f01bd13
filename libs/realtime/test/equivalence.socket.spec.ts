import { type Kring, type Person, startKring } from '#server-testing';
import { Delivery } from '../src/delivery.ts';
import { quiet } from './listener.ts';
import { ReferenceClient } from './reference-client.ts';

let kring: Kring;
let owner: Person;
let member: Person;
let open: any;
let closed: any;
const clients = new Map<string, ReferenceClient>();

beforeAll(async () => {
  kring = await startKring();
  owner = await kring.person('Olga Owner');
  member = await kring.person('Mila Member');
  const guest = await kring.person('Gijs Gast', 'guest');
  const reader = await kring.person('Roos Reader');
  open = await owner.creates('Open', { visibility: 'public', purpose: 'voor allen' });
  closed = await owner.creates('Dicht', { visibility: 'private' });
  for (const place of [open, closed]) for (const person of [member, guest]) await owner.admits(person, place);
  for (const [kind, person] of Object.entries({ owner, member, guest, reader, admin: kring.admin }))
    clients.set(kind, await ReferenceClient.of(person, [open.id, closed.id]));
});
afterAll(() => kring.stop());

async function position(): Promise<number> {
  for (;;) {
    const [log] = await kring.database.query<{ head: number; left: number }>(
      'SELECT head, (SELECT count(*)::int FROM outbox) AS left FROM event_log',
    );
    if (log!.left === 0 && kring.app.get(Delivery).position === log!.head) return log!.head;
    await quiet(10);
  }
}

async function expectEquality(): Promise<void> {
  const at = await position();
  for (const [kind, client] of clients) {
    await client.applyUpTo(at);
    expect({ kind, ...client.state }).toEqual({ kind, ...(await client.fresh()) });
  }
}

/** Things that a step made, for the steps after it. */
const made: Record<string, any> = {};
const patchThread = async (name: string, change: object) => {
  const { body } = await owner.api.get(`/threads/${made[name].id}`);
  const answer = await owner.api.patch(`/threads/${made[name].id}`, { ...change, version: body.version });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
};
const editPost = async (person: Person, id: string, body: string) => {
  const { version } = await person.reads(`/posts/${id}`);
  const answer = await person.api.patch(`/posts/${id}`, { body, version });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
};
const change = async (place: any, wish: object) => {
  const { version } = await owner.reads(`/communities/${place.id}`);
  const answer = await owner.api.patch(`/communities/${place.id}`, { ...wish, version });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
};

/** Every command of communities and posts that changes what others see. */
const commands: Array<[string, () => Promise<unknown>]> = [
  [
    'starting a thread',
    async () => {
      made.update = await owner.starts(open, 'Eerste **bericht** #start');
    },
  ],
  [
    'starting one inside',
    async () => {
      made.inside = await member.starts(closed, 'Intern');
    },
  ],
  [
    'asking a question',
    async () => {
      made.question = await member.starts(open, 'Hoe?', { kind: 'question', title: 'Vraag' });
    },
  ],
  [
    'announcing',
    async () => {
      made.news = await owner.starts(open, 'Let op', { kind: 'announcement', asksAcknowledgement: true });
    },
  ],
  ['confirming that one read it', () => member.api.put(`/threads/${made.news.id}/acknowledgement`)],
  [
    'replying',
    async () => {
      made.reply = await member.replies(made.update, 'Antwoord');
    },
  ],
  [
    'replying to a reply',
    async () => {
      made.second = await owner.replies(made.update, 'Daarop', { replyTo: made.reply.id });
    },
  ],
  ['a third reply', () => member.replies(made.update, 'En nog een')],
  [
    'replying inside',
    async () => {
      made.inside.left = await owner.replies(made.inside, 'Ook intern');
    },
  ],
  ['mentioning', () => owner.replies(made.update, `Dank @${member.handle}`)],
  ['reacting', () => member.reacts(made.update.post, '👍')],
  ['reacting too', () => owner.reacts(made.update.post, '👍')],
  ['reacting to a reply', () => owner.reacts(made.reply, '🎉')],
  [
    'taking a reaction back',
    () => member.api.delete(`/posts/${made.update.post.id}/reactions/${encodeURIComponent('👍')}`),
  ],
  ['editing an opening post', () => editPost(owner, made.update.post.id, 'Eerste bericht, beter')],
  ['editing a reply', () => editPost(member, made.reply.id, 'Antwoord, beter')],
  ['giving a title', () => patchThread('update', { title: 'Een titel' })],
  ['pinning', () => patchThread('update', { pinned: true })],
  ['unpinning', () => patchThread('update', { pinned: false })],
  [
    'answering a question',
    async () => {
      made.answer = await owner.replies(made.question, 'Zo');
    },
  ],
  ['choosing the best answer', () => patchThread('question', { bestAnswerId: made.answer.id })],
  ['taking that back', () => patchThread('question', { bestAnswerId: null })],
  ['choosing it again', () => patchThread('question', { bestAnswerId: made.answer.id })],
  ['deleting the best answer', () => owner.api.delete(`/posts/${made.answer.id}`)],
  ['closing', () => patchThread('question', { closed: true })],
  ['opening again', () => patchThread('question', { closed: false })],
  ['deleting a reply', () => member.api.delete(`/posts/${made.reply.id}`)],
  ['deleting as a moderator', () => owner.api.delete(`/posts/${made.inside.post.id}`)],
  ['deleting an opening post', () => owner.api.delete(`/posts/${made.update.post.id}`)],
  ['deleting the last that is left of a thread', () => owner.api.delete(`/posts/${made.inside.left.id}`)],
  [
    'deleting a thread that nobody answered',
    async () => {
      const thread = await member.starts(open, 'Vergissing #weg');
      await member.api.delete(`/posts/${thread.post.id}`);
    },
  ],
  [
    'changing what a post is about',
    async () => {
      const thread = await member.starts(open, 'Over #beton');
      await editPost(member, thread.post.id, 'Over #staal');
    },
  ],
  [
    'reading, following, keeping',
    async () => {
      await member.api.put(`/threads/${made.news.id}/read`, { position: 1 });
      await member.api.put(`/threads/${made.news.id}/follow`, { state: 'muted' });
      await member.api.put(`/threads/${made.news.id}/bookmark`);
    },
  ],
  [
    'deleting what asked to be confirmed',
    async () => {
      await member.replies(made.news, 'Gezien');
      await owner.api.delete(`/posts/${made.news.post.id}`);
    },
  ],
  ['changing a public community', () => change(open, { name: 'Open huis', purpose: 'voor iedereen' })],
  ['changing a private one', () => change(closed, { name: 'Dicht huis', purpose: 'voor ons' })],
  [
    'adding a milestone',
    async () => {
      made.milestone = (await owner.api.post(`/communities/${open.id}/milestones`, { title: 'Dak' })).body;
    },
  ],
  ['adding one inside', () => owner.api.post(`/communities/${closed.id}/milestones`, { title: 'Kelder' })],
  [
    'somebody joining',
    async () => {
      made.joiner = await kring.person('Jan');
      await made.joiner.joins(open);
    },
  ],
  ['somebody leaving', () => made.joiner.api.post(`/communities/${open.id}/leave`)],
  ['a new role', () => owner.admits(member, open, 'moderator')],
  ['removing a member', () => owner.removes(clients.get('guest')!.person, closed)],
  ['letting them in again', () => owner.admits(clients.get('guest')!.person, closed)],
  ['closing a community to outsiders', () => change(open, { visibility: 'private' })],
  ['archiving', () => owner.api.delete(`/communities/${closed.id}`)],
  ['restoring', () => owner.api.post(`/communities/${closed.id}/restore`)],
];

describe('old state and events make what a fresh load shows, for every kind of viewer', () => {
  test.each(commands)('after %s', async (_, act) => {
    await act();
    await expectEquality();
  });
});
