import { statfs } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Consumers, Database, KRING_VERSION, Replicas, Settings } from '#platform';
import { Connections } from '#realtime';
import { QuickChecks } from '#upkeep';
import type {
  BackupState,
  DatabaseState,
  EventLogState,
  FindingView,
  ReplicaView,
  StorageState,
  SystemView,
} from './system.view.ts';

/** Sizes are sums over whole tables: whoever keeps the page open asks for them once a minute. */
const SIZES_KEPT_MS = 60_000;

interface Sizes {
  version: string;
  bytes: number;
  files: number;
  fileBytes: number;
}

/** How the installation is, as the process that answers sees it. */
@Injectable()
export class SystemReader {
  private readonly startedAt = new Date(Date.now() - process.uptime() * 1000);
  private sizes: { read: Promise<Sizes>; until: number } | undefined;

  constructor(
    private readonly database: Database,
    private readonly consumers: Consumers,
    private readonly connections: Connections,
    private readonly settings: Settings,
    private readonly checks: QuickChecks,
    private readonly replicas: Replicas,
  ) {}

  async now(): Promise<SystemView> {
    const [sizes, eventLog, freeBytes, lastBackup, findings] = await Promise.all([
      this.readSizes(),
      this.eventLog(),
      freeOn(this.settings.KRING_DATA),
      this.newestBackup(),
      this.findings(),
    ]);
    const storage: StorageState = { files: sizes.files, bytes: sizes.fileBytes, freeBytes };
    return {
      version: KRING_VERSION,
      node: process.version.slice(1),
      startedAt: this.startedAt,
      role: this.settings.KRING_ROLE,
      sockets: this.connections.size,
      database: this.databaseState(sizes),
      eventLog,
      storage,
      findings,
      lastBackup,
    };
  }

  private databaseState({ version, bytes }: Sizes): DatabaseState {
    const { total, idle, waiting } = this.database.load;
    const replicas: ReplicaView[] = this.replicas.states.map(({ name, asked, lagMs }) => ({
      name,
      asked,
      lagSeconds: Number.isFinite(lagMs) ? Math.round(lagMs / 100) / 10 : null,
    }));
    return { version, bytes, busy: total - idle, waiting, replicas };
  }

  private async findings(): Promise<FindingView[]> {
    const found = await this.checks.found();
    return found.flatMap(({ code, level, says }) => (level === 'ok' ? [] : [{ code, level, says }]));
  }

  /** Index backups_by_time. */
  private async newestBackup(): Promise<BackupState | null> {
    const [newest] = await this.database.query<BackupState>(
      'SELECT made_at AS at, bytes, encrypted FROM backups ORDER BY made_at DESC LIMIT 1',
    );
    return newest ?? null;
  }

  private async eventLog(): Promise<EventLogState> {
    const [[log], consumers] = await Promise.all([
      this.database.query<{ head: number; outbox: number }>(
        `SELECT head, (SELECT count(*) FROM (SELECT FROM outbox LIMIT 10000) AS waiting) AS outbox
         FROM event_log`,
      ),
      this.consumers.lag(),
    ]);
    return { ...log!, consumers: consumers.sort((a, b) => a.name.localeCompare(b.name)) };
  }

  private readSizes(): Promise<Sizes> {
    if (!this.sizes || this.sizes.until < Date.now()) {
      const read = this.database
        .query<Sizes>(
          `SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,
                  count(*) AS files, coalesce(sum(size), 0)::bigint AS "fileBytes" FROM files`,
        )
        .then(([sizes]) => sizes!);
      this.sizes = { read, until: Date.now() + SIZES_KEPT_MS };
      read.catch(() => {
        this.sizes = undefined;
      });
    }
    return this.sizes.read;
  }
}

const freeOn = (folder: string): Promise<number | null> =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );
