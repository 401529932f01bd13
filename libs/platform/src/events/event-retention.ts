import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';

/** A client that was away longer is told to load anew. */
const KEPT_DAYS = 30;
const BATCH = 10_000;
const HOUR = 3_600_000;

/** Removes old events once an hour, never one that a consumer has still to do. Two processes at it do no harm. */
@Injectable()
export class EventRetention {
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly database: Database) {}

  start(): void {
    this.timer = setInterval(() => this.removeOld().catch(() => undefined), HOUR);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Answers how many were removed. */
  async removeOld(): Promise<number> {
    let removed = 0;
    for (;;) {
      const [batch] = await this.database.query<{ removed: number; last: number | null }>(
        `WITH old AS (
           DELETE FROM events WHERE seq IN (
             SELECT seq FROM events
             WHERE at < now() - make_interval(days => $1)
               AND seq <= coalesce((SELECT min(seq) FROM consumers), 0)
             ORDER BY seq LIMIT $2)
           RETURNING seq
         ), floor AS (
           UPDATE event_log SET floor = greatest(floor, old.last) FROM (SELECT max(seq) AS last FROM old) AS old
           WHERE old.last IS NOT NULL
         )
         SELECT count(*)::int AS removed, max(seq) AS last FROM old`,
        [KEPT_DAYS, BATCH],
      );
      removed += batch!.removed;
      if (batch!.removed < BATCH) return removed;
    }
  }
}
