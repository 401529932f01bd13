import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database } from '#platform';
import { type PersonChip, personChip } from '#users';
import { placeIn } from './community-access.ts';
import type { Mentionables } from './dto/members.dto.ts';

const MOST = 8;

/** A word of the name, or of the handle, begins with $2; when it is empty, everybody's does. users_by_folded_words. */
const ALIKE = `u.deactivated_at IS NULL
  AND ($2 = '' OR u.words LIKE '% ' || nullif(folded($2), '') || '%|%')`;

/** Whom one could mention, while typing `@…`. */
@Injectable()
export class MentionablesReader {
  constructor(private readonly database: Database) {}

  /** Only people who may read the community: others would be told of something they cannot open. */
  async mentionables(viewer: Viewer, communityId: string, q = ''): Promise<Mentionables> {
    const place = await placeIn(this.database, viewer, communityId);
    const values = [communityId, q];
    const members = await this.database.query<{ chip: PersonChip }>(
      `SELECT ${personChip('u')} AS chip FROM memberships AS m JOIN users AS u ON u.id = m.user_id
       WHERE m.community_id = $1 AND ${ALIKE} ORDER BY lower(u.name), u.id LIMIT ${MOST}`,
      values,
    );
    // Into what is public every employee may look. A guest does not get to know people this way.
    const others =
      members.length < MOST && place.visibility === 'public' && !viewer.guest
        ? await this.database.query<{ chip: PersonChip }>(
            `SELECT ${personChip('u')} AS chip FROM users AS u
             WHERE u.role <> 'guest' AND ${ALIKE}
               AND NOT EXISTS (SELECT FROM memberships AS m WHERE m.community_id = $1 AND m.user_id = u.id)
             ORDER BY lower(u.name), u.id LIMIT ${MOST - members.length}`,
            values,
          )
        : [];
    const [community] = await this.database.query<{ handle: string | null }>(
      'SELECT handle FROM communities WHERE id = $1',
      [communityId],
    );
    const items = [...members, ...others].map(({ chip }) => chip);
    return { items, next: null, handle: community?.handle ?? null };
  }
}
