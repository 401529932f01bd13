import { IdField, Shown } from '#platform';
import { PersonChip } from '#users';
import { COMMUNITY_KINDS, type CommunityKind } from '../community.ts';

/** A community that nobody runs any more, as far as administrators need to know. */
export class OwnerlessCommunity {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown()
  name: string;

  @Shown({ type: COMMUNITY_KINDS })
  kind: CommunityKind;

  @Shown()
  memberCount: number;

  @Shown({ type: [PersonChip], about: 'Who is in it and could take over: moderators first; at most 10.' })
  candidates: PersonChip[];
}

export class AppointedOwner {
  @IdField({ about: 'Somebody who is in it; any colleague but oneself when nobody is.' })
  userId: string;
}
