import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HouseRulesGate, type Viewer } from '#access';
import { Database, EventTail } from '#platform';
import { OWED } from './house-rules.queries.ts';

const MOST_KNOWN = 200_000;

/** Remembers who has accepted: each request that changes something asks, and the answer stays until a new version. */
@Injectable()
export class AcceptedRules extends HouseRulesGate implements OnModuleInit {
  private known = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly tail: EventTail,
  ) {
    super();
  }

  onModuleInit(): void {
    this.tail.onEvents(async (events) => {
      if (events.some(({ type }) => type === 'house-rules.changed')) this.forget();
    });
  }

  async owedBy({ userId, role }: Viewer): Promise<number | null> {
    const { known } = this;
    if (role === 'bot' || known.has(userId)) return null;
    const [owed] = await this.database.run<{ version: number }>(OWED, [userId]);
    if (owed) return owed.version;
    if (known.size >= MOST_KNOWN) known.clear();
    // Into the set it was asked for: if there is another version by now, that one is forgotten.
    known.add(userId);
    return null;
  }

  /** For whoever has just published: this process need not wait for the log to say so. */
  forget(): void {
    this.known = new Set();
  }
}
