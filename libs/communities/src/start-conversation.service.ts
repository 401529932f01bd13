import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Viewer, visiblePerson } from '#access';
import { EventLog, notFound, type RecordingTransaction, type Transaction, wrongField } from '#platform';
import { announce } from './announce.ts';
import { CommunitiesReader } from './communities.reader.ts';
import { hueOf } from './community.ts';
import type { CommunityView } from './dto/community.view.ts';
import type { CreateCommunity } from './dto/create-community.dto.ts';
import { enter } from './roster.ts';

const MOST_PEOPLE = 50;
const NOT_FOR_CONVERSATIONS = ['purpose', 'startsOn', 'endsOn', 'status', 'milestones'] as const;

/** Begins private messages between people; two people have one conversation, which is found again. */
@Injectable()
export class StartConversationService {
  constructor(
    private readonly eventLog: EventLog,
    private readonly communities: CommunitiesReader,
  ) {}

  async start(viewer: Viewer, wish: CreateCommunity): Promise<CommunityView> {
    const others = othersOf(viewer, wish);
    const id = await this.eventLog.write(async (transaction) => {
      await refuseUnreachable(transaction, viewer, others);
      const existing = others.length === 1 && (await theirs(transaction, viewer.userId, others[0]!));
      return existing || make(transaction, viewer.userId, others, wish.name ?? '');
    });
    return this.communities.one(viewer, id);
  }
}

function othersOf(viewer: Viewer, wish: CreateCommunity): string[] {
  if (wish.visibility && wish.visibility !== 'secret')
    throw wrongField('visibility', 'not-allowed', 'must be secret', { allowed: ['secret'] });
  const foreign = NOT_FOR_CONVERSATIONS.find((field) => wish[field] !== undefined && wish[field] !== null);
  if (foreign) throw wrongField(foreign, 'not-allowed', 'is not for conversations', { allowed: [] });
  const asked = (wish.memberIds ?? []).map((id) => id.toLowerCase());
  const others = [...new Set(asked)].filter((id) => id !== viewer.userId);
  if (others.length === 0)
    throw wrongField('memberIds', wish.memberIds ? 'too-short' : 'required', 'needs somebody else', {
      min: 1,
    });
  if (others.length >= MOST_PEOPLE)
    throw wrongField('memberIds', 'too-long', `may have at most ${MOST_PEOPLE - 1}`, {
      max: MOST_PEOPLE - 1,
    });
  return others;
}

/** @throws notFound when one of them does not exist, may not be seen, or cannot log in any more. */
export async function refuseUnreachable(sql: Transaction, viewer: Viewer, people: string[]): Promise<void> {
  const found = await sql.query(
    `SELECT FROM users AS u
     WHERE u.id = ANY ($3::uuid[]) AND u.deactivated_at IS NULL AND ${visiblePerson('u', '$1::uuid', '$2::boolean')}`,
    [viewer.userId, viewer.guest, people],
  );
  if (found.length < people.length) throw notFound();
}

/** The conversation that these two began; not one that others have left. */
async function theirs(transaction: Transaction, one: string, other: string): Promise<string | undefined> {
  // Both may begin at the same moment: they take turns, whoever of them asks.
  await transaction.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    [one, other].sort().join('+'),
  ]);
  const [found] = await transaction.query<{ id: string }>(
    `SELECT c.id FROM memberships AS m
     JOIN communities AS c ON c.id = m.community_id AND c.kind = 'conversation'
       AND c.member_count = 2 AND c.began_with = 2
     JOIN memberships AS their ON their.community_id = c.id AND their.user_id = $2
     WHERE m.user_id = $1 ORDER BY c.id LIMIT 1`,
    [one, other],
  );
  return found?.id;
}

async function make(
  transaction: RecordingTransaction,
  creator: string,
  others: string[],
  name: string,
): Promise<string> {
  const id = uuidv7();
  await transaction.query(
    `INSERT INTO communities (id, kind, visibility, name, hue, created_by, began_with)
     VALUES ($1, 'conversation', 'secret', $2, $3, $4, $5)`,
    [id, name, hueOf(id), creator, others.length + 1],
  );
  const community = { id, kind: 'conversation', visibility: 'secret' } as const;
  for (const userId of [creator, ...others])
    await enter(transaction, { community, userId, role: 'member', actorId: creator });
  await announce(transaction, 'community.created', community, creator);
  return id;
}
