import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Cleaning } from './cleaning/cleaning.ts';
import { Settings } from './config/settings.ts';
import { DatabaseModule } from './database/database.module.ts';
import { Replicas } from './database/replicas/replicas.ts';
import { EventLogModule } from './events/event-log.module.ts';
import { Metrics } from './observe/metrics.ts';
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
      providers: [{ provide: Settings, useValue: settings }, Metrics, Outbound, Cleaning, Replicas],
      exports: [Settings, Metrics, Outbound, Cleaning, Replicas],
    };
  }
}
