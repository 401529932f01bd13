import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Cleaning } from './cleaning/cleaning.ts';
import { Settings } from './config/settings.ts';
import { DatabaseModule } from './database/database.module.ts';
import { Replicas } from './database/replicas/replicas.ts';
import { EventLogModule } from './events/event-log.module.ts';
import { DatabaseMetrics } from './observe/database-metrics.ts';
import { Metrics } from './observe/metrics.ts';
import { ProcessMetrics } from './observe/process-metrics.ts';
import { Outbound } from './outbound/outbound.ts';
import { RedisModule } from './redis/redis.module.ts';

/** What every lib stands on. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DatabaseModule, RedisModule, EventLogModule],
      providers: [
        { provide: Settings, useValue: settings },
        Metrics,
        DatabaseMetrics,
        ProcessMetrics,
        Outbound,
        Cleaning,
        Replicas,
      ],
      exports: [Settings, Metrics, DatabaseMetrics, Outbound, Cleaning, Replicas],
    };
  }
}
