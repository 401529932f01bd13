import { Shown } from '#platform';
import { OrganisationCard } from './organisation.view.ts';
import { NewPassword } from './password-field.ts';

/** A link with which one person may set a new password. It is told this once. */
export class ResetLinkView {
  @Shown({ about: 'To hand to the person, in a way that reaches nobody else.' })
  url: string;

  @Shown()
  expiresAt: Date;
}

/** What whoever holds the link gets to see. */
export class ResetCard {
  @Shown()
  name: string;

  @Shown()
  email: string;

  @Shown()
  organisation: OrganisationCard;
}

export class ResetPasswordRequest {
  @NewPassword()
  password: string;
}
