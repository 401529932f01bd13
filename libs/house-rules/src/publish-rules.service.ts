import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, Problem, type RecordingTransaction } from '#platform';
import { renderPost } from '#posts';
import { AcceptedRules } from './accepted-rules.ts';
import type { PublishRulesRequest } from './dto/house-rules.dto.ts';
import type { HouseRulesStateView } from './dto/house-rules.view.ts';
import { HouseRulesReader } from './house-rules.reader.ts';

const NOBODY = { people: new Map(), communities: new Map() };

/** The same look as a post; it calls nobody. */
export const renderRules = (body: string): string => renderPost(body, NOBODY);

/** What is published stays as it is: people agreed to that very text. A change is another version. */
@Injectable()
export class PublishRules {
  constructor(
    private readonly eventLog: EventLog,
    private readonly rules: HouseRulesReader,
    private readonly accepted: AcceptedRules,
  ) {}

  /** @throws Problem stale-version with `current`, when somebody else published one */
  async publish(viewer: Viewer, request: PublishRulesRequest): Promise<HouseRulesStateView> {
    const { body, changes = null, version } = request;
    const done = await this.eventLog.write(async (transaction) => {
      const [made] = await transaction.query<{ version: number }>(
        `INSERT INTO house_rules (version, body, html, changes, published_by)
         SELECT $1::int + 1, $2, $3, $4, $5
         WHERE coalesce((SELECT max(version) FROM house_rules), 0) = $1
         ON CONFLICT DO NOTHING RETURNING version`,
        [version, body, renderRules(body), changes, viewer.userId],
      );
      if (!made) return false;
      // Who wrote them knows them.
      await transaction.query('INSERT INTO house_rules_accepted (version, user_id) VALUES ($1, $2)', [
        made.version,
        viewer.userId,
      ]);
      await this.record(transaction, viewer, made.version);
      return true;
    });
    this.accepted.forget();
    const current = await this.rules.state(viewer);
    if (!done) throw new Problem('stale-version', { more: { current } });
    return current;
  }

  /** Nobody is asked any more; none is none, however often it is said. */
  async withdraw(viewer: Viewer): Promise<HouseRulesStateView> {
    await this.eventLog.write(async (transaction) => {
      const [withdrawn] = await transaction.query(
        `UPDATE house_rules SET withdrawn_at = now()
         WHERE version = (SELECT max(version) FROM house_rules) AND withdrawn_at IS NULL RETURNING version`,
        [],
      );
      if (withdrawn) await this.record(transaction, viewer, null);
    });
    this.accepted.forget();
    return this.rules.state(viewer);
  }

  private record(transaction: RecordingTransaction, viewer: Viewer, version: number | null): Promise<void> {
    return transaction.record({
      type: 'house-rules.changed',
      actorId: viewer.userId,
      data: { version },
    });
  }
}
