/**
 * How somebody stands in a community at the moment of writing, for statements that ask and write at once. Both
 * rows are held until commit: an end of the membership, archiving and hiding wait for it, or it sees them.
 */

/** SQL: the membership, if there is one. Its primary key. */
export const memberNow = (community: string, user: string): string => `
  SELECT role FROM memberships WHERE community_id = ${community} AND user_id = ${user} FOR KEY SHARE`;

/** SQL: the community, unless it is archived. Its primary key. */
export const openPlace = (community: string): string => `
  SELECT * FROM communities WHERE id = ${community} AND archived_at IS NULL FOR KEY SHARE`;
