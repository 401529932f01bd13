import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Settings } from '../config/settings.ts';
import { dataSourceOptions } from './data-source.ts';
import { Database } from './database.ts';
import { HEARD_WITHIN_MS } from './silence.ts';

/** Expects DATABASE_URL to be known: the server fills it in when it started the embedded Postgres. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Settings],
      useFactory: (settings: Settings) => {
        const options = dataSourceOptions(settings.DATABASE_URL ?? '', settings.DATABASE_POOL);
        const extra = { ...options.extra, query_timeout: HEARD_WITHIN_MS };
        return { ...options, extra, autoLoadEntities: true, retryAttempts: 1 };
      },
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}
