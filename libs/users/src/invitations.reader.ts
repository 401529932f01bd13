import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, type Page, type PageQuery, pageOf } from '#platform';
import type { InvitationView } from './dto/invitation.view.ts';
import { LIST_INVITATIONS } from './invitations.queries.ts';

/** For administrators: who was asked in, and who came. */
@Injectable()
export class InvitationsReader {
  constructor(private readonly database: Database) {}

  async list({ limit, cursor }: PageQuery): Promise<Page<InvitationView>> {
    const [before = null] = decodeCursor(cursor, 'id') ?? [];
    const rows = await this.database.run<InvitationView>(LIST_INVITATIONS, [limit + 1, before]);
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }
}
