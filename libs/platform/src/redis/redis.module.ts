import { Global, Module } from '@nestjs/common';
import { Limits } from './limits.ts';
import { Redis } from './redis.ts';
import { Signals } from './signals.ts';

/** What several processes share beside Postgres. */
@Global()
@Module({ providers: [Redis, Limits, Signals], exports: [Redis, Limits, Signals] })
export class RedisModule {}
