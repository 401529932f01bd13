import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, notFound } from '#platform';
import { DRAFTS_AT, DRAFTS_OF } from './drafts.queries.ts';
import type { DraftView } from './dto/draft.view.ts';

interface Row extends DraftView {
  userId: string;
}

/** Drafts for whoever writes them. */
@Injectable()
export class DraftsReader {
  constructor(private readonly database: Database) {}

  async list({ userId }: Viewer): Promise<DraftView[]> {
    return (await this.database.run<Row>(DRAFTS_OF, [userId])).map(viewOf);
  }

  /** @throws notFound */
  async at({ userId }: Viewer, place: string): Promise<DraftView> {
    const draft = (await this.atPlaces([{ userId, place }])).get(keyOf(userId, place));
    if (!draft) throw notFound();
    return draft;
  }

  /** For delivery to the person each belongs to; by `keyOf`. */
  async atPlaces(places: Array<{ userId: string; place: string }>): Promise<Map<string, DraftView>> {
    const users = places.map(({ userId }) => userId);
    const names = places.map(({ place }) => place);
    const rows = await this.database.run<Row>(DRAFTS_AT, [users, names]);
    return new Map(rows.map((row) => [keyOf(row.userId, row.place), viewOf(row)]));
  }
}

export const keyOf = (userId: string, place: string): string => `${userId} ${place}`;

const viewOf = ({ userId: _, ...draft }: Row): DraftView => ({ ...draft, version: Number(draft.version) });
