import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

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
}

type Queryable = Pick<pg.ClientBase, 'query'>;

/** The database as the libs use it. SQL is parameterised always; names and text never meet by concatenation. */
@Injectable()
export class Database implements Sql {
  constructor(readonly dataSource: DataSource) {}

  query<T = Row>(text: string, values: unknown[] = []): Promise<T[]> {
    return rowsOf<T>(this.pool, { text, values });
  }

  /** Runs a prepared statement: planning is paid once a connection. */
  run<T = Row>(statement: Statement, values: unknown[] = []): Promise<T[]> {
    return rowsOf<T>(this.pool, { ...statement, values });
  }

  /** Commits what `work` did, or nothing of it. Never call `query` of the database itself inside. */
  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client: Queryable = await runner.connect();
    try {
      await runner.startTransaction();
      const result = await work({
        manager: runner.manager,
        query: (text, values = []) => rowsOf(client, { text, values }),
        run: (statement, values = []) => rowsOf(client, { ...statement, values }),
      });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Connections in use and waiting, for the metrics. */
  get load(): { total: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool as pg.Pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  private get pool(): Queryable {
    return (this.dataSource.driver as unknown as { master: pg.Pool }).master;
  }
}

async function rowsOf<T>(
  on: Queryable,
  query: { name?: string; text: string; values: unknown[] },
): Promise<T[]> {
  const { rows } = await on.query(query);
  return rows as T[];
}
