import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database, Transaction } from '#platform';

/**
 * Lets nothing take a second connection while it holds one: as many requests at once as there are connections would
 * wait for each other. In every spec that starts a Kring.
 */
export function refuseSecondConnection(database: Database): void {
  const inTransaction = new AsyncLocalStorage<{ open: boolean }>();
  const { transaction, query, run } = database;
  const alone = (): void => {
    if (inTransaction.getStore()?.open) throw new Error('a second connection is taken inside a transaction');
  };
  database.transaction = (work) => {
    alone();
    const held = { open: true };
    const done = transaction.call(database, (given: Transaction) =>
      inTransaction.run(held, () => work(given)),
    );
    return done.finally(() => {
      held.open = false;
    }) as never;
  };
  database.query = (...given) => {
    alone();
    return query.apply(database, given) as never;
  };
  database.run = (...given) => {
    alone();
    return run.apply(database, given) as never;
  };
}
