import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, decodeCursor, type Page, pageOf } from '#platform';
import type { AcceptancesQuery } from './dto/house-rules.dto.ts';
import type { AcceptanceView, HouseRulesStateView, HouseRulesView } from './dto/house-rules.view.ts';
import { ACCEPTANCES, CURRENT_FOR, STATE } from './house-rules.queries.ts';

/** The rules for whoever reads them, and for administrators who did. */
@Injectable()
export class HouseRulesReader {
  constructor(private readonly database: Database) {}

  /** Null when there are none. */
  async current({ userId }: Viewer): Promise<HouseRulesView | null> {
    const [current] = await this.database.run<HouseRulesView>(CURRENT_FOR, [userId]);
    return current ?? null;
  }

  async state(viewer: Viewer): Promise<HouseRulesStateView> {
    const [counted] = await this.database.run<Omit<HouseRulesStateView, 'current'>>(STATE, []);
    return { ...counted!, current: await this.current(viewer) };
  }

  async acceptances({ state, limit, cursor }: AcceptancesQuery): Promise<Page<AcceptanceView>> {
    const [name = null, id = null] = decodeCursor(cursor, 'text', 'id') ?? [];
    const values = [state === 'accepted', name, id, limit + 1];
    const rows = await this.database.run<AcceptanceView & { id: string; sortName: string }>(
      ACCEPTANCES,
      values,
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.sortName, row.id],
      ({ person, acceptedAt }) => ({ person, acceptedAt }),
    );
  }
}
