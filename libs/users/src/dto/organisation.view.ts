import { type EventViews, Shown } from '#platform';

/** The organisation as everybody may see it, also who is not logged in: on the log-in page and on invitations. */
export class OrganisationCard {
  @Shown()
  name: string;

  @Shown({ type: String, nullable: true, about: 'The address of its logo.' })
  logo: string | null;

  @Shown({ type: String, nullable: true, about: 'Its own colour, as #rrggbb; clients keep it readable.' })
  accent: string | null;
}

export class OrganisationView extends OrganisationCard {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown({ about: 'Hand it back with a change.' })
  version: number;
}

export class OrganisationTold {
  @Shown()
  organisation: OrganisationView;
}

/** What clients are told of the organisation. */
export const ORGANISATION_EVENTS = { 'organisation.changed': OrganisationTold } satisfies EventViews;
