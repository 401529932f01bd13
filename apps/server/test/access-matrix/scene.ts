import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Kring, Person } from '#server-testing';
import { type Place, ROLES, type Role } from './rules.ts';

/** The smallest picture there is. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The people of the matrix, and two whom it never asks: the author of everything, and a bystander. */
export interface Cast {
  people: Map<Role, Person>;
  ids: Record<Exclude<Role, 'anonymous'>, string>;
  author: Person;
  /** Of the author; it is moved into the scene at hand. */
  fileId: string;
  /** Of the organisation. */
  logoId: string;
}

export async function castOf(kring: Kring): Promise<Cast> {
  const people = new Map<Role, Person>([['admin', kring.admin]]);
  for (const role of ROLES)
    if (role !== 'anonymous' && role !== 'admin')
      people.set(role, await kring.person(role, role.startsWith('guest') ? 'guest' : 'member'));
  const author = await kring.person('Author');
  await kring.admin.api.post(`/users/${people.get('deactivated')!.id}/deactivate`);
  const form = new FormData();
  form.set('purpose', 'attachment');
  form.set('file', new Blob(['plan']), 'plan.txt');
  const file = await author.api.send('POST', '/files', { body: form });
  return {
    people,
    ids: Object.fromEntries([...people].map(([role, { id }]) => [role, id])) as Cast['ids'],
    author,
    fileId: file.body.id,
    logoId: await logoOf(kring),
  };
}

async function logoOf(kring: Kring): Promise<string> {
  const form = new FormData();
  form.set('purpose', 'logo');
  form.set('file', new Blob([PIXEL]), 'logo.png');
  const { body } = await kring.admin.api.send('POST', '/files', { body: form });
  await kring.admin.api.patch('/organisation', { logoId: body.id, version: 1 });
  return body.id;
}

/** One community of a kind with everything in it that a route can name. */
export interface Scene {
  place: Place;
  communityId: string;
  threadId: string;
  openingId: string;
  replyId: string;
  milestoneId: string;
  fileId: string;
  logoId: string;
  topic: string;
  /** Somebody who is asked about, asks to join, was invited, is a member: new people of every scene. */
  userId: string;
  requesterId: string;
  inviteeId: string;
  memberId: string;
  invitationId: string;
  token: string;
  /** Where its author is writing something. */
  draftPlace: string;
  /** Of `userId`, as is the session. */
  resetToken: string;
  sessionId: string;
}

/** Made by SQL, because there is one for nearly every cell of the matrix. */
export async function sceneOf(kring: Kring, cast: Cast, place: Place): Promise<Scene> {
  const scene: Scene = {
    place,
    communityId: uuidv7(),
    threadId: uuidv7(),
    openingId: uuidv7(),
    replyId: uuidv7(),
    milestoneId: uuidv7(),
    fileId: cast.fileId,
    logoId: cast.logoId,
    topic: `t${randomUUID().slice(0, 8)}`,
    userId: uuidv7(),
    requesterId: uuidv7(),
    inviteeId: uuidv7(),
    memberId: uuidv7(),
    invitationId: uuidv7(),
    token: randomBytes(32).toString('base64url'),
    draftPlace: '',
    resetToken: randomBytes(32).toString('base64url'),
    sessionId: uuidv7(),
  };
  const { communityId, threadId, openingId, replyId, milestoneId, fileId, topic } = scene;
  const { userId, requesterId, inviteeId, memberId } = scene;
  scene.draftPlace = `thread-${threadId}`;
  const conversation = place === 'conversation';
  const author = cast.author.id;
  const sql = (text: string, values: unknown[]) => kring.database.query(text, values);
  await sql(
    `INSERT INTO communities (id, kind, visibility, name, handle, status, member_count, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, 6, $7)`,
    [
      communityId,
      conversation ? 'conversation' : 'project',
      conversation ? 'secret' : place,
      `Scene ${topic}`,
      conversation ? null : topic,
      conversation ? null : 'active',
      author,
    ],
  );
  await sql(
    `INSERT INTO users (id, email, handle, name, role)
     SELECT id, id || '@example.com', 'h' || id, 'Somebody', 'member' FROM unnest($1::uuid[]) AS id`,
    [[userId, requesterId, inviteeId, memberId]],
  );
  await sql(
    `INSERT INTO communities (kind, visibility, name, person_id) VALUES ('person', 'public', 'Somebody', $1)`,
    [userId],
  );
  await sql(
    `INSERT INTO invitations (id, token_hash, role, invited_by, expires_at)
     VALUES ($1, $2, 'member', $3, now() + interval '1 day')`,
    [scene.invitationId, createHash('sha256').update(scene.token).digest(), cast.ids.admin],
  );
  await sql(
    `INSERT INTO reset_links (user_id, token_hash, made_for, expires_at)
     SELECT id, $2, sha256(convert_to(lower(email::text) || chr(10), 'UTF8')), now() + interval '1 hour'
     FROM users WHERE id = $1`,
    [userId, createHash('sha256').update(scene.resetToken).digest()],
  );
  await sql(
    `INSERT INTO sessions (id, user_id, token_hash, expires_at)
     VALUES ($1, $2, $3, now() + interval '1 day')`,
    [scene.sessionId, userId, randomBytes(32)],
  );
  const ranked = (role: string) => (conversation ? 'member' : role);
  await sql(
    `INSERT INTO memberships (community_id, user_id, role)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[])`,
    [
      communityId,
      [author, memberId, cast.ids.member, cast.ids.guestMember, cast.ids.moderator, cast.ids.owner],
      [ranked('owner'), 'member', 'member', 'member', ranked('moderator'), ranked('owner')],
    ],
  );
  await sql(
    `INSERT INTO threads (id, community_id, author_id, kind, title, is_public, reply_count, last_position)
     VALUES ($1, $2, $3, 'question', 'A question', $4, 1, 2)`,
    [threadId, communityId, author, place === 'public'],
  );
  await sql(
    `INSERT INTO posts (id, thread_id, community_id, author_id, position, body, html)
     VALUES ($1, $3, $4, $5, 1, 'Canary', '<p>Canary</p>'), ($2, $3, $4, $5, 2, 'Reply', '<p>Reply</p>')`,
    [openingId, replyId, threadId, communityId, author],
  );
  await sql(`INSERT INTO thread_topics (topic, community_id, thread_id) VALUES ($1, $2, $3)`, [
    topic,
    communityId,
    threadId,
  ]);
  await sql(`INSERT INTO milestones (id, community_id, title) VALUES ($1, $2, 'First pile')`, [
    milestoneId,
    communityId,
  ]);
  if (!conversation) {
    await sql('INSERT INTO join_requests (community_id, user_id) VALUES ($1, $2)', [
      communityId,
      requesterId,
    ]);
    await sql('INSERT INTO community_invitations (community_id, user_id, invited_by) VALUES ($1, $2, $3)', [
      communityId,
      inviteeId,
      author,
    ]);
  }
  await sql(
    `INSERT INTO drafts (user_id, place, body, title, kind, file_ids) VALUES ($1, $2, 'Canary', '', 'update', '{}')`,
    [author, scene.draftPlace],
  );
  await sql('UPDATE files SET post_id = $2, community_id = $3 WHERE id = $1', [
    fileId,
    openingId,
    communityId,
  ]);
  return scene;
}
