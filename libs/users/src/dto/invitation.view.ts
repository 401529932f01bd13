import { Shown } from '#platform';
import { INVITED_AS } from './invitation.dto.ts';
import { OrganisationCard } from './organisation.view.ts';
import { PersonChip } from './person-chip.view.ts';

/** A new invitation. Its token is told this once. */
export class NewInvitationView {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown({ about: 'To hand to whoever is invited.' })
  url: string;

  @Shown()
  token: string;

  @Shown({ type: INVITED_AS })
  role: string;

  @Shown({ type: String, nullable: true })
  email: string | null;

  @Shown()
  expiresAt: Date;
}

/** What became of one line of a list, in its order: an invitation, or why not. */
export class InvitedView {
  @Shown({ type: NewInvitationView, nullable: true })
  invitation: NewInvitationView | null;

  @Shown({ type: String, nullable: true, about: 'The type of the problem, such as `email-taken`.' })
  problem: string | null;

  @Shown({ type: String, nullable: true, about: 'The field that is wrong, and how.' })
  field: string | null;

  @Shown({ type: String, nullable: true })
  code: string | null;
}

export class InvitedList {
  @Shown({ type: [InvitedView] })
  items: InvitedView[];
}

export class InvitationView {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown({ type: String, nullable: true })
  email: string | null;

  @Shown({ type: String, nullable: true })
  name: string | null;

  @Shown({ type: INVITED_AS })
  role: string;

  @Shown()
  createdAt: Date;

  @Shown()
  expiresAt: Date;

  @Shown({ type: Date, nullable: true })
  acceptedAt: Date | null;

  @Shown()
  invitedBy: PersonChip;
}

export class InviterName {
  @Shown()
  name: string;
}

/** What whoever holds the link gets to see. */
export class InvitationCard {
  @Shown()
  organisation: OrganisationCard;

  @Shown({ type: String, nullable: true })
  email: string | null;

  @Shown({ type: String, nullable: true, about: 'What the inviter calls them; they may write it otherwise.' })
  name: string | null;

  @Shown({ type: INVITED_AS })
  role: string;

  @Shown()
  invitedBy: InviterName;
}
