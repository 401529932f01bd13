import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, type Page, type PageQuery, pageOf } from '#platform';
import type { OwnerlessCommunity } from './dto/without-owner.dto.ts';
import { WITHOUT_OWNER } from './without-owner.queries.ts';

/** Communities that nobody runs any more, for administrators: no more of them than it takes to appoint somebody. */
@Injectable()
export class WithoutOwnerReader {
  constructor(private readonly database: Database) {}

  async list({ limit, cursor }: PageQuery): Promise<Page<OwnerlessCommunity>> {
    const [name = null, id = null] = decodeCursor(cursor, 'text', 'id') ?? [];
    const rows = await this.database.run<OwnerlessCommunity & { sortName: string }>(WITHOUT_OWNER, [
      name,
      id,
      limit + 1,
    ]);
    return pageOf(
      rows,
      limit,
      (row) => [row.sortName, row.id],
      ({ sortName: _, ...row }) => row,
    );
  }
}
