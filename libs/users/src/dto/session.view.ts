import { Shown } from '#platform';
import { OrganisationView } from './organisation.view.ts';
import { UserView } from './user.view.ts';

export class SessionView {
  @Shown()
  user: UserView;

  @Shown()
  organisation: OrganisationView;

  @Shown({ type: String, nullable: true, format: 'uuid' })
  companyCommunityId: string | null;

  @Shown({ type: Number, nullable: true, about: 'The version of the house rules that I have yet to accept.' })
  rulesToAccept: number | null;

  @Shown({ about: 'The log position from which to resume.' })
  seq: number;
}

/** One of my own sessions. */
export class OpenSessionView {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown({ about: 'Whether it is the one that asks.' })
  current: boolean;

  @Shown({ type: String, nullable: true })
  userAgent: string | null;

  @Shown({ type: String, nullable: true })
  address: string | null;

  @Shown()
  createdAt: Date;

  @Shown()
  lastSeenAt: Date;
}
