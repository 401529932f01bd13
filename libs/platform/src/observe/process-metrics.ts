import { statfs } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { EventTail } from '../events/event-tail.ts';
import { Sequencer } from '../events/sequencer.ts';
import { Redis } from '../redis/redis.ts';
import { Metrics } from './metrics.ts';

/** What this process knows of itself: its pool, how far it is in the log, its disk and its Redis. */
@Injectable()
export class ProcessMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly tail: EventTail,
    private readonly sequencer: Sequencer,
    private readonly redis: Redis,
  ) {}

  onModuleInit(): void {
    const { metrics, database, tail, sequencer, redis } = this;
    const connections = metrics.gaugeToSet(
      'kring_database_connections',
      'Connections of the pool, by state',
      ['state'],
    );
    metrics.beforeScrape(async () => {
      const { total, idle } = database.load;
      connections.set({ state: 'used' }, total - idle);
      connections.set({ state: 'idle' }, idle);
    });
    const { DATABASE_POOL, REDIS_URL } = this.settings;
    metrics.gauge('kring_database_connections_max', 'As many may be in the pool', () => DATABASE_POOL);
    metrics.gauge('kring_database_waiting', 'Who waits for a connection', () => database.load.waiting);
    metrics.gauge('kring_log_position', 'Last number of the log that this process told', () => tail.position);
    metrics.gauge('kring_sequencer_active', 'Whether this process numbers the log: 1 or 0', () =>
      sequencer.isActive ? 1 : 0,
    );
    if (REDIS_URL)
      metrics.gauge('kring_redis_up', 'Whether Redis is there: 1 or 0', () => (redis.isReady ? 1 : 0));
    this.showDisk();
  }

  private showDisk(): void {
    const free = this.metrics.gaugeToSet('kring_disk_free_bytes', 'Free where KRING_DATA is');
    const size = this.metrics.gaugeToSet('kring_disk_size_bytes', 'Size of the disk where KRING_DATA is');
    this.metrics.beforeScrape(async () => {
      const disk = await statfs(this.settings.KRING_DATA).catch(() => null);
      if (!disk) return;
      free.set(disk.bavail * disk.bsize);
      size.set(disk.blocks * disk.bsize);
    });
  }
}
