import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '#platform';

/** Index memberships_by_user. */
const MINE = {
  name: 'communities.of-user',
  text: 'SELECT community_id AS id FROM memberships WHERE user_id = $1',
} satisfies Statement;

/** Primary key of memberships. */
const IS_MEMBER = {
  name: 'communities.is-member',
  text: 'SELECT FROM memberships WHERE community_id = $1 AND user_id = $2',
} satisfies Statement;

/** Who is in what, for those who deliver. */
@Injectable()
export class MembershipReader {
  constructor(private readonly database: Database) {}

  async communityIdsOf(userId: string): Promise<string[]> {
    const rows = await this.database.run<{ id: string }>(MINE, [userId]);
    return rows.map(({ id }) => id);
  }

  async isMember(userId: string, communityId: string): Promise<boolean> {
    return (await this.database.run(IS_MEMBER, [communityId, userId])).length > 0;
  }
}
