import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, notFound, Problem, type Transaction } from '#platform';
import { announce, announceHidden } from './announce.ts';
import { CommunitiesReader } from './communities.reader.ts';
import { isRunByOwners, type Visibility } from './community.ts';
import { onlyForProjects, refuseBackwards } from './create-community.service.ts';
import type { ChangeCommunity } from './dto/change-community.dto.ts';
import type { CommunityView } from './dto/community.view.ts';
import { claimCommunityHandle } from './handles.ts';
import { closeAllRequests } from './roster.ts';
import { forbidden, lockManaged, refuseArchived, type Standing } from './standing.ts';

const OF_PROJECTS_ONLY = ['startsOn', 'endsOn', 'status'] as const;

/** Field of the request → column. */
const COLUMNS = {
  name: 'name',
  purpose: 'purpose',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  status: 'status',
  hue: 'hue',
  pictureId: 'picture_id',
} as const satisfies Partial<Record<keyof ChangeCommunity, string>>;

/** Changes what a community says of itself, and who may see it. */
@Injectable()
export class ChangeCommunityService {
  constructor(
    private readonly eventLog: EventLog,
    private readonly communities: CommunitiesReader,
  ) {}

  async change(viewer: Viewer, id: string, wish: ChangeCommunity): Promise<CommunityView> {
    await this.eventLog.write(async (transaction) => {
      const community = await lockManaged(transaction, viewer, id);
      refuseArchived(community);
      if (wish.version !== undefined && wish.version !== community.version)
        throw new Problem('stale-version', {
          more: { current: await this.communities.one(viewer, id, transaction) },
        });
      await refuseUnfit(transaction, viewer, community, wish);
      await save(transaction, id, wish);
      const visibility = wish.visibility ?? community.visibility;
      if (visibility !== community.visibility) {
        await changeVisibility(transaction, community, visibility);
        // Into what is public everybody goes by themselves; of what is secret nobody may have heard.
        if (visibility !== 'private') await closeAllRequests(transaction, id, viewer.userId);
        if (visibility === 'secret') await announceHidden(transaction, id, viewer.userId);
      }
      await announce(transaction, 'community.changed', { ...community, visibility }, viewer.userId);
    });
    return this.communities.one(viewer, id);
  }
}

async function refuseUnfit(
  transaction: Transaction,
  viewer: Viewer,
  community: Standing,
  wish: ChangeCommunity,
): Promise<void> {
  const { kind, role, visibility } = community;
  if (wish.visibility && wish.visibility !== visibility) {
    if (!isRunByOwners(kind)) throw forbidden('Who may see this community is fixed.');
    if (role !== 'owner') throw forbidden('Only owners decide who may see a community.');
  }
  if (kind === 'person' && wish.name !== undefined)
    throw forbidden("A person's stream has the name of that person.");
  const projectOnly = OF_PROJECTS_ONLY.find((field) => wish[field] !== undefined);
  if (kind !== 'project' && projectOnly) throw onlyForProjects(projectOnly);
  if (wish.startsOn !== undefined || wish.endsOn !== undefined) {
    const [days] = await transaction.query<{ startsOn: string | null; endsOn: string | null }>(
      'SELECT starts_on AS "startsOn", ends_on AS "endsOn" FROM communities WHERE id = $1',
      [community.id],
    );
    const { startsOn = days!.startsOn, endsOn = days!.endsOn } = wish;
    refuseBackwards(startsOn, endsOn);
  }
  if (wish.pictureId) await refuseForeignPicture(transaction, viewer, wish.pictureId);
}

/** The table of the files lib, which stands beside this one: asked by SQL. */
async function refuseForeignPicture(sql: Transaction, viewer: Viewer, pictureId: string): Promise<void> {
  const own = await sql.query(`SELECT FROM files WHERE id = $1 AND owner_id = $2 AND purpose = 'picture'`, [
    pictureId,
    viewer.userId,
  ]);
  if (own.length === 0) throw notFound();
}

async function save(transaction: Transaction, id: string, wish: ChangeCommunity): Promise<void> {
  const values: unknown[] = [id];
  const sets = Object.entries(COLUMNS)
    .map(([field, column]) => [column, wish[field as keyof typeof COLUMNS]] as const)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => `${column} = $${values.push(value === '' ? null : value)}`);
  await transaction.query(
    `UPDATE communities SET ${['version = version + 1', ...sets].join(', ')} WHERE id = $1`,
    values,
  );
}

async function changeVisibility(
  transaction: Transaction,
  { id, name, visibility: before }: Standing,
  visibility: Visibility,
): Promise<void> {
  // Stronger than the lock so far: whoever is starting a thread under FOR KEY SHARE finishes first or waits.
  await transaction.query('SELECT FROM communities WHERE id = $1 FOR UPDATE', [id]);
  await transaction.query('UPDATE communities SET visibility = $2 WHERE id = $1', [id, visibility]);
  if (visibility === 'secret')
    await transaction.query('UPDATE communities SET handle = $2 WHERE id = $1', [
      id,
      await claimCommunityHandle(transaction, name, 'secret'),
    ]);
  // `threads` is the posts lib's, above this one; its copy of "the community is public" must not be late.
  if (visibility === 'public' || before === 'public')
    await transaction.query('UPDATE threads SET is_public = $2 WHERE community_id = $1', [
      id,
      visibility === 'public',
    ]);
}
