import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Viewer } from '#access';
import { EventLog, type RecordingTransaction, wrongField } from '#platform';
import { announce } from './announce.ts';
import { CommunitiesReader } from './communities.reader.ts';
import { hueOf } from './community.ts';
import type { CommunityView } from './dto/community.view.ts';
import type { CreateCommunity } from './dto/create-community.dto.ts';
import { claimCommunityHandle } from './handles.ts';
import { enter } from './roster.ts';
import { forbidden } from './standing.ts';

const OF_PROJECTS_ONLY = ['startsOn', 'endsOn', 'status', 'milestones'] as const;

/** Makes a project or a group; whoever makes it owns it. */
@Injectable()
export class CreateCommunityService {
  constructor(
    private readonly eventLog: EventLog,
    private readonly communities: CommunitiesReader,
  ) {}

  async create(viewer: Viewer, wish: CreateCommunity): Promise<CommunityView> {
    if (viewer.guest) throw forbidden('Guests cannot make communities.');
    check(wish);
    const id = await this.eventLog.write((transaction) => make(transaction, viewer, wish));
    return this.communities.one(viewer, id);
  }
}

function check(wish: CreateCommunity): void {
  if (!wish.name) throw wrongField('name', 'required', 'is required');
  if (wish.memberIds)
    throw wrongField('memberIds', 'not-allowed', 'is for conversations only', { allowed: [] });
  const projectOnly = OF_PROJECTS_ONLY.find((field) => wish[field] !== undefined && wish[field] !== null);
  if (wish.kind !== 'project' && projectOnly) throw onlyForProjects(projectOnly);
  refuseBackwards(wish.startsOn, wish.endsOn);
}

export const onlyForProjects = (field: string) =>
  wrongField(field, 'not-allowed', 'is for projects only', { allowed: [] });

export function refuseBackwards(startsOn?: string | null, endsOn?: string | null): void {
  // Days as YYYY-MM-DD sort as text.
  if (startsOn && endsOn && endsOn < startsOn)
    throw wrongField('endsOn', 'out-of-range', 'must not be before startsOn', { min: startsOn });
}

async function make(
  transaction: RecordingTransaction,
  viewer: Viewer,
  wish: CreateCommunity,
): Promise<string> {
  const { kind, name = '', visibility = 'public' } = wish;
  const id = uuidv7();
  await transaction.query(
    `INSERT INTO communities
       (id, kind, visibility, name, handle, purpose, starts_on, ends_on, status, hue, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      kind,
      visibility,
      name,
      await claimCommunityHandle(transaction, name, visibility),
      wish.purpose || null,
      wish.startsOn ?? null,
      wish.endsOn ?? null,
      kind === 'project' ? (wish.status ?? 'active') : null,
      hueOf(id),
      viewer.userId,
    ],
  );
  for (const { title, dueOn } of wish.milestones ?? [])
    await transaction.query('INSERT INTO milestones (community_id, title, due_on) VALUES ($1, $2, $3)', [
      id,
      title,
      dueOn ?? null,
    ]);
  const community = { id, kind, visibility };
  await enter(transaction, { community, userId: viewer.userId, role: 'owner', actorId: viewer.userId });
  await announce(transaction, 'community.created', community, viewer.userId);
  if (visibility === 'private' && wish.milestones?.length)
    await announce(transaction, 'community.changed', community, viewer.userId, 'inside');
  return id;
}
