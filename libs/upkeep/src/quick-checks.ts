import { Injectable, Logger } from '@nestjs/common';
import { Database, Settings } from '#platform';
import { backups } from './checks/backup.check.ts';
import { clocks } from './checks/clock.check.ts';
import { quickDatabase } from './checks/database.check.ts';
import { quickLog } from './checks/log.check.ts';
import { redis } from './checks/redis.check.ts';
import { replicas } from './checks/replicas.check.ts';
import { room } from './checks/storage.check.ts';
import type { Finding } from './finding.ts';

const KEPT_MS = 30_000;

/** What the doctor finds without reading much: for a screen that somebody keeps open. */
@Injectable()
export class QuickChecks {
  private readonly log = new Logger('QuickChecks');
  private last: { found: Promise<Finding[]>; until: number } | undefined;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** What is not well, the worst first. Everybody who asks within half a minute gets the same answer. */
  found(): Promise<Finding[]> {
    if (!this.last || this.last.until < Date.now())
      this.last = { found: this.look(), until: Date.now() + KEPT_MS };
    return this.last.found;
  }

  private async look(): Promise<Finding[]> {
    const { database, settings } = this;
    const found = await Promise.all([
      this.patiently(() => room(settings)),
      this.patiently(() => quickLog({ database })),
      this.patiently(() => quickDatabase({ database })),
      this.patiently(() => clocks(database)),
      this.patiently(() => backups(database)),
      this.patiently(() => redis(settings)),
      this.patiently(() => replicas({ settings, database })),
    ]);
    const isFailure = ({ level }: Finding) => level === 'failure';
    const all = found.flat();
    return [...all.filter(isFailure), ...all.filter((finding) => !isFailure(finding))];
  }

  /** One that cannot be done does not hide the others. */
  private async patiently(check: () => Promise<Finding[]>): Promise<Finding[]> {
    try {
      return await check();
    } catch (error) {
      this.log.warn((error as Error).message);
      return [];
    }
  }
}
