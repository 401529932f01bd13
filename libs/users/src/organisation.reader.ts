import { Injectable } from '@nestjs/common';
import { Database, notFound } from '#platform';
import type { OrganisationCard, OrganisationView } from './dto/organisation.view.ts';
import { ORGANISATION } from './organisation.queries.ts';

/** Whose Kring this is. */
@Injectable()
export class OrganisationReader {
  constructor(private readonly database: Database) {}

  /** Null before the set-up. */
  async find(): Promise<OrganisationView | null> {
    const [row] = await this.database.run<{ view: OrganisationView }>(ORGANISATION, []);
    return row?.view ?? null;
  }

  /**
   * For everybody, also who is not logged in.
   * @throws notFound before the set-up
   */
  async card(): Promise<OrganisationCard> {
    const found = await this.find();
    if (!found) throw notFound();
    const { name, logo, accent } = found;
    return { name, logo, accent };
  }
}
