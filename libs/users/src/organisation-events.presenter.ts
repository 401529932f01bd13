import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Audience, type EventPresenter, EventPresenters, type LoggedEvent } from '#platform';
import { ORGANISATION_EVENTS, type OrganisationTold } from './dto/organisation.view.ts';
import { OrganisationReader } from './organisation.reader.ts';

/** Open clients take the new name, logo and accent at once; guests find them at their next visit. */
@Injectable()
export class OrganisationEventsPresenter implements EventPresenter, OnModuleInit {
  readonly types = Object.keys(ORGANISATION_EVENTS);

  constructor(
    private readonly presenters: EventPresenters,
    private readonly organisation: OrganisationReader,
  ) {}

  onModuleInit(): void {
    this.presenters.add(this);
  }

  audienceOf(): Audience {
    return 'employees';
  }

  async present(events: LoggedEvent[]): Promise<Map<number, OrganisationTold>> {
    const organisation = await this.organisation.find();
    return new Map(organisation ? events.map(({ seq }) => [seq, { organisation }]) : []);
  }
}
