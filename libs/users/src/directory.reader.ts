import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import {
  Database,
  decodeCursor,
  type Page,
  type PageQuery,
  Problem,
  pageOf,
  type Statement,
} from '#platform';
import { FILTERS, REPORTS, TOPS } from './directory.queries.ts';
import type { ChartPersonView, PeopleFiltersView } from './dto/directory.view.ts';
import { UsersReader } from './users.reader.ts';

/** What all employees see alike is counted at most this often. */
const KEPT_MS = 30_000;

type ChartRow = ChartPersonView & { sortKey: string };

/** Who works here, in which department and place, and who leads whom. */
@Injectable()
export class DirectoryReader {
  private kept: { filters: PeopleFiltersView; until: number } | null = null;

  constructor(
    private readonly database: Database,
    private readonly users: UsersReader,
  ) {}

  async filters({ userId, guest }: Viewer): Promise<PeopleFiltersView> {
    if (!guest && this.kept && this.kept.until > Date.now()) return this.kept.filters;
    const [filters] = await this.database.run<PeopleFiltersView>(FILTERS, [userId, guest]);
    if (!guest) this.kept = { filters: filters!, until: Date.now() + KEPT_MS };
    return filters!;
  }

  /** @throws Problem forbidden for guests: they see people one by one, not how the company is built */
  tops(viewer: Viewer, query: PageQuery): Promise<Page<ChartPersonView>> {
    if (viewer.guest) throw new Problem('forbidden', { detail: 'Guests do not see the organisation chart.' });
    return this.level(viewer, TOPS, query);
  }

  /** @throws Problem not-found when the viewer may not see them */
  async reports(viewer: Viewer, id: string, query: PageQuery): Promise<Page<ChartPersonView>> {
    await this.users.one(viewer, id);
    return this.level(viewer, REPORTS, query, id);
  }

  private async level(viewer: Viewer, statement: Statement, { limit, cursor }: PageQuery, ...more: string[]) {
    const after = decodeCursor(cursor, 'text', 'id') ?? [null, null];
    const values = [viewer.userId, viewer.guest, ...after, limit + 1, ...more];
    const rows = await this.database.run<ChartRow>(statement, values);
    return pageOf(
      rows,
      limit,
      ({ sortKey, id }) => [sortKey, id],
      ({ sortKey: _, ...person }): ChartPersonView => person,
    );
  }
}
