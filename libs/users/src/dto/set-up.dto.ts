import { Part, Shown, Text } from '#platform';
import { MAX_NAME, NewAccount } from './new-account.dto.ts';
import { OrganisationCard } from './organisation.view.ts';

export class OrganisationName {
  @Text({ max: MAX_NAME })
  name: string;
}

export class SetUpRequest {
  @Text({ max: 200, about: 'The one-time code that start-up printed.' })
  code: string;

  @Part(OrganisationName)
  organisation: OrganisationName;

  @Part(NewAccount)
  admin: NewAccount;
}

export class SetupView {
  @Shown({ about: 'True as long as nobody has set Kring up.' })
  needed: boolean;

  @Shown({ type: OrganisationCard, nullable: true })
  organisation: OrganisationCard | null;
}
