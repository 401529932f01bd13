import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '#platform';
import type { PersonChip } from './dto/person-chip.view.ts';
import { personChip } from './person-chip.ts';

/** Primary key of users. */
const CHIPS = {
  name: 'people.chips',
  text: `SELECT ${personChip('u')} AS chip FROM users AS u WHERE u.id = ANY ($1::uuid[])`,
} satisfies Statement;

/** People as the other libs show them. Asks nobody whether they may be seen: what names them was readable. */
@Injectable()
export class People {
  constructor(private readonly database: Database) {}

  /** By id; an id of nobody is missing. One query, however many. */
  async chips(ids: string[]): Promise<Map<string, PersonChip>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.run<{ chip: PersonChip }>(CHIPS, [[...new Set(ids)]]);
    return new Map(rows.map(({ chip }) => [chip.id, chip]));
  }
}
