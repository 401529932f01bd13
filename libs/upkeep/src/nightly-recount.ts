import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database, EventLog, Metrics, recount, Settings } from '#platform';
import { COUNTERS } from './counters.ts';

const LOOK_EVERY_MS = 3_600_000;
/** So that a day's recount does not come an hour later each day. */
const HOURS_BETWEEN = 23;
/** It takes a quarter of the time of one connection, and a night for what would take two hours. */
const REST = 3;

/** The first process that asks has it for a day. Primary key. */
const CLAIM = `
  INSERT INTO upkeep (task, began_at) VALUES ('recount', now())
  ON CONFLICT (task) DO UPDATE SET began_at = now(), ended_at = NULL
  WHERE upkeep.began_at < now() - interval '${HOURS_BETWEEN} hours'
  RETURNING task`;

/**
 * Once a day everything that is counted is counted anew. What is wrong is set right, told to whoever looks at it, and
 * shown by a metric: it should never happen, so it must not go unseen.
 */
@Injectable()
export class NightlyRecount implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Recount');
  private readonly corrected: (counter: string, rows: number) => void;
  private timer: NodeJS.Timeout | null = null;
  private isOver = false;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly eventLog: EventLog,
    metrics: Metrics,
  ) {
    this.corrected = metrics.counter(
      'kring_recount_corrected_total',
      'Rows whose counter was wrong and was set right, by counter',
      'counter',
    );
    for (const { name } of COUNTERS) this.corrected(name, 0);
  }

  onApplicationBootstrap(): void {
    if (this.settings.KRING_ROLE !== 'web') this.wait(Math.random() * LOOK_EVERY_MS);
  }

  beforeApplicationShutdown(): void {
    this.isOver = true;
    if (this.timer) clearTimeout(this.timer);
  }

  /** Answers how many rows were set right; null when it is not its day, or another process is at it. */
  async run(): Promise<number | null> {
    const [mine] = await this.database.query(CLAIM);
    if (!mine) return null;
    let total = 0;
    for (const counter of COUNTERS) {
      if (this.isOver) return total;
      total += await this.count(counter);
    }
    await this.database.query(`UPDATE upkeep SET ended_at = now() WHERE task = 'recount'`);
    return total;
  }

  private async count(counter: (typeof COUNTERS)[number]): Promise<number> {
    const { database: sql, eventLog } = this;
    const { wrong, examples, corrected } = await recount(
      { sql, write: (work) => eventLog.write(work) },
      counter,
      { fix: true, rest: REST, isOver: () => this.isOver },
    );
    this.corrected(counter.name, corrected);
    if (wrong > 0)
      this.log.error(
        `${counter.name}: ${wrong} were wrong, such as ${examples[0]?.id}; set right: ${corrected}`,
      );
    return corrected;
  }

  private wait(milliseconds: number): void {
    this.timer = setTimeout(async () => {
      await this.run().catch((error) => this.log.error((error as Error).message));
      if (!this.isOver) this.wait(LOOK_EVERY_MS);
    }, milliseconds);
    this.timer.unref();
  }
}
