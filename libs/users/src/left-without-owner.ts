import type { Transaction } from '#platform';
import type { LeftWithoutOwner } from './dto/deactivated.view.ts';

/**
 * What nobody runs any more when this person cannot log in. Communities stand above this lib: only their tables are
 * asked. Indexes memberships_by_user, memberships_owners.
 */
export async function leftWithoutOwner(
  transaction: Transaction,
  userId: string,
): Promise<LeftWithoutOwner[]> {
  return transaction.query<LeftWithoutOwner>(
    `SELECT c.id, c.name, c.kind FROM memberships AS theirs JOIN communities AS c ON c.id = theirs.community_id
     WHERE theirs.user_id = $1 AND theirs.role = 'owner' AND c.kind IN ('project', 'group', 'company')
       AND c.archived_at IS NULL AND NOT EXISTS (
         SELECT FROM memberships AS m JOIN users AS u ON u.id = m.user_id AND u.deactivated_at IS NULL
         WHERE m.community_id = c.id AND m.role = 'owner' AND m.user_id <> $1)
     ORDER BY lower(c.name), c.id`,
    [userId],
  );
}
