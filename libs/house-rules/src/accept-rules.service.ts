import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, Problem } from '#platform';
import type { HouseRulesView } from './dto/house-rules.view.ts';
import { ACCEPT } from './house-rules.queries.ts';
import { HouseRulesReader } from './house-rules.reader.ts';

/** Somebody has read the rules and goes by them. */
@Injectable()
export class AcceptRules {
  constructor(
    private readonly eventLog: EventLog,
    private readonly rules: HouseRulesReader,
  ) {}

  /** @throws Problem stale-version with `current`, when it is not the version that holds */
  async accept(viewer: Viewer, version: number): Promise<HouseRulesView> {
    const [accepted] = await this.eventLog.writeAtOnce(ACCEPT, [viewer.userId, version]);
    const current = await this.rules.current(viewer);
    if (!accepted || current?.version !== version) throw new Problem('stale-version', { more: { current } });
    return current;
  }
}
