import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Settings } from '../config/settings.ts';
import { dataSourceOptions, LONGEST_STATEMENT_MS, SILENCE_MS } from './data-source.ts';
import { Database } from './database.ts';

/** Expects DATABASE_URL to be known: the server fills it in when it started the embedded Postgres. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Settings],
      useFactory: (settings: Settings) => {
        const options = dataSourceOptions(settings.DATABASE_URL ?? '', settings.DATABASE_POOL);
        const extra = { ...options.extra, query_timeout: LONGEST_STATEMENT_MS + SILENCE_MS };
        return { ...options, extra, autoLoadEntities: true, retryAttempts: 1 };
      },
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}
