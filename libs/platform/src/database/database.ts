import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { bearLosses } from './bear-losses.ts';
import { JSON_AS_TEXT, type Query } from './query.ts';
import type { ReplicaReads } from './replicas/replica-reads.ts';
import { dropIdle, isSilence, SILENCE_MS } from './silence.ts';

/** A row as Postgres answers it. */
export type Row = Record<string, unknown>;

/** A statement that is planned once per connection. `name` must be unique in the program. */
export interface Statement {
  name: string;
  text: string;
}

/** What runs SQL: the pool, or one transaction. */
export interface Sql {
  query<T = Row>(text: string, values?: unknown[]): Promise<T[]>;
  run<T = Row>(statement: Statement, values?: unknown[]): Promise<T[]>;
}

/** One transaction: SQL for what must be fast, TypeORM's manager for simple writes, both on one connection. */
export interface Transaction extends Sql {
  readonly manager: EntityManager;
  /** Statements of this transaction after it may take so many seconds each, instead of the usual fifteen. */
  mayTake(seconds: number): Promise<void>;
}

/** Logging in takes a few milliseconds of a connection. */
const IN_RESERVE = 2;

type Queryable = Pick<pg.ClientBase, 'query'>;

/** The database as the libs use it. SQL is parameterised always; names and text never meet by concatenation. */
@Injectable()
export class Database implements Sql, OnApplicationShutdown {
  private readonly fromReserve = new AsyncLocalStorage<true>();
  private readonly fromReplica = new AsyncLocalStorage<ReplicaReads>();
  private reserve: pg.Pool | undefined;

  /** @param dataSource initialised */
  constructor(readonly dataSource: DataSource) {
    bearLosses(this.master);
  }

  query<T = Row>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.ask<T>({ text, values });
  }

  /** Runs a prepared statement: planning is paid once a connection. */
  run<T = Row>(statement: Statement, values: unknown[] = []): Promise<T[]> {
    return this.ask<T>({ ...statement, values });
  }

  /** As `run`, and leaves what is JSON as text. */
  runForText<T = Row>(statement: Statement, values: unknown[] = []): Promise<T[]> {
    return this.ask<T>({ ...statement, values, types: JSON_AS_TEXT });
  }

  /** Commits what `work` did, or nothing of it. Never call `query` of the database itself inside. */
  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client: pg.ClientBase & Pick<pg.Client, 'end'> = await runner.connect();
    let patience = {};
    try {
      await runner.startTransaction();
      const result = await work({
        manager: runner.manager,
        query: (text, values = []) => rowsOf(client, { text, values, ...patience }),
        run: (statement, values = []) => rowsOf(client, { ...statement, values, ...patience }),
        mayTake: async (seconds) => {
          await client.query(`SET LOCAL statement_timeout = '${seconds}s'`);
          patience = { query_timeout: seconds * 1_000 + SILENCE_MS };
        },
      });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // Else it would go back among the others, and the rollback would wait on it just as long.
      if (isSilence(error)) void client.end().catch(() => undefined);
      if (isSilence(error)) dropIdle(this.master);
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * Runs `query` and `run` of `work` on connections that nothing else uses: for the little that must go on while
   * slow statements hold all others. Transactions take theirs from the pool as always.
   */
  onReserve<T>(work: () => Promise<T>): Promise<T> {
    return this.fromReserve.run(true, work);
  }

  /** For what is asked before everything else: the pool, or the reserve while others stand in line. */
  soon<T>(work: () => Promise<T>): Promise<T> {
    return this.load.waiting > 0 ? this.onReserve(work) : work();
  }

  /** Lets `query` and `run` of `work` read from a replica. Transactions are the primary's as always. */
  onReplica<T>(reads: ReplicaReads, work: () => T): T {
    return this.fromReplica.run(reads, work);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reserve?.end();
  }

  /** Connections in use and waiting, for the metrics. */
  get load(): { total: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.master;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  private async ask<T>(query: Query): Promise<T[]> {
    const fromPrimary = () => this.heard(rowsOf<T>(this.pool, query));
    const reads = this.fromReserve.getStore() ? undefined : this.fromReplica.getStore();
    return reads ? reads.ask(query, fromPrimary) : fromPrimary();
  }

  private async heard<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (isSilence(error)) dropIdle(this.master);
      throw error;
    }
  }

  private get pool(): Queryable {
    if (!this.fromReserve.getStore()) return this.master;
    this.reserve ??= this.openReserve();
    return this.reserve;
  }

  private openReserve(): pg.Pool {
    const reserve = new pg.Pool({ ...this.master.options, max: IN_RESERVE });
    bearLosses(reserve);
    return reserve;
  }

  private get master(): pg.Pool {
    return (this.dataSource.driver as unknown as { master: pg.Pool }).master;
  }
}

async function rowsOf<T>(on: Queryable, query: Query & { query_timeout?: number }): Promise<T[]> {
  const { rows } = await on.query(query);
  return rows as T[];
}
