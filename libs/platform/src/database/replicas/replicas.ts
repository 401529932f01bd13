import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Settings } from '../../config/settings.ts';
import { EventTail } from '../../events/event-tail.ts';
import { Pace } from '../../events/pace.ts';
import { Metrics } from '../../observe/metrics.ts';
import { Database, type Statement } from '../database.ts';
import { PrimaryNotes } from './primary-notes.ts';
import { Replica, type WalPosition } from './replica.ts';
import { ReplicaReads } from './replica-reads.ts';
import { type LeastKnown, type Primary, WatchedReplica } from './watched-replica.ts';

const NOTE_EVERY_MS = 200;

/** What was committed is flushed: so far a replica can come. */
const PRIMARY_STATE = {
  name: 'replicas.primary-state',
  text: `SELECT (pg_current_wal_flush_lsn() - '0/0')::bigint AS wal,
           (SELECT system_identifier::text FROM pg_control_system()) AS system`,
} satisfies Statement;

/** Where a commit may not be flushed yet, it is written at least. */
const WRITTEN = {
  name: 'replicas.written',
  text: `SELECT (pg_current_wal_insert_lsn() - '0/0')::bigint AS wal`,
} satisfies Statement;

export interface ReplicaStanding {
  name: string;
  asked: boolean;
  lagMs: number;
}

/** Which replica may answer whom. Without DATABASE_REPLICA_URLS there is none, and nothing is asked. */
@Injectable()
export class Replicas implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly log = new Logger('Replicas');
  private readonly primary: Primary = { system: '', notes: new PrimaryNotes() };
  private readonly watched: WatchedReplica[];
  private readonly counted: (from: string, count: number) => void;
  private readonly pace = new Pace(
    () => this.notePrimary(),
    (error) => this.log.debug(error.message),
    { idleMs: NOTE_EVERY_MS, retryMs: NOTE_EVERY_MS },
  );

  constructor(
    private readonly database: Database,
    private readonly tail: EventTail,
    { replicaUrls, DATABASE_POOL, KRING_ROLE }: Settings,
    metrics: Metrics,
  ) {
    const urls = KRING_ROLE === 'worker' ? [] : replicaUrls;
    this.watched = urls.map((url) => new WatchedReplica(new Replica(url, DATABASE_POOL), this.primary));
    this.counted = metrics.counter(
      'kring_reads_total',
      'Requests that a replica may answer, by who was asked: its name, primary; fallback counts the troubles',
      'from',
    );
    metrics.gauges('kring_replica_lag_seconds', 'How far a replica may be behind', 'replica', () =>
      this.watched.map(({ replica, lagMs }) => [replica.name, lagMs / 1000]),
    );
  }

  /** Each with whether it is asked just now, and by how much it may be behind; infinitely where nothing is known. */
  get states(): ReplicaStanding[] {
    return this.watched.map((each) => ({
      name: each.replica.name,
      asked: each.holds({ wal: 0, seq: 0 }),
      lagMs: each.lagMs,
    }));
  }

  get exist(): boolean {
    return this.watched.length > 0;
  }

  onApplicationBootstrap(): void {
    if (!this.exist) return;
    this.pace.start();
    for (const each of this.watched) each.start();
    this.tail.onEvents(async (events) => {
      for (const each of this.watched) each.want(events.at(-1)!.seq);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.pace.stop(), ...this.watched.map((each) => each.stop())]);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.watched.map(({ replica }) => replica.end()));
  }

  /**
   * The reads of one request, and the number of the log that they hold for certain: of the least busy replica that
   * holds what the reader knows. Null when the primary has to be asked.
   */
  readsFor(least: LeastKnown): { reads: ReplicaReads; seq: number } | null {
    const able = this.watched.filter((each) => each.holds(least));
    const chosen = able.sort((a, b) => a.replica.busy - b.replica.busy)[0];
    this.counted(chosen?.replica.name ?? 'primary', 1);
    if (!chosen) return null;
    const reads = new ReplicaReads(chosen.replica, (error) => {
      this.counted('fallback', 1);
      this.log.debug(`${chosen.replica.name}: ${error.message}`);
      chosen.distrust();
    });
    return { reads, seq: chosen.head };
  }

  /** Asked after a write: whoever has come so far holds it. */
  async written(): Promise<WalPosition> {
    const [row] = await this.database.run<{ wal: WalPosition }>(WRITTEN);
    return row!.wal;
  }

  private async notePrimary(): Promise<boolean> {
    const at = performance.now();
    const ask = () => this.database.run<{ wal: WalPosition; system: string }>(PRIMARY_STATE);
    const [state] = await this.database.onReserve(ask);
    this.primary.notes.add(at, state!.wal);
    this.primary.system = state!.system;
    return false;
  }
}
