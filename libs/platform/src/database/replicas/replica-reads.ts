import type { Query } from '../query.ts';
import type { Replica } from './replica.ts';

/** What one request reads: from its replica, and after the first trouble with that from the primary. */
export class ReplicaReads {
  private replica: Replica | null;

  constructor(
    replica: Replica,
    private readonly onTrouble: (error: Error) => void,
  ) {
    this.replica = replica;
  }

  /**
   * Whatever a replica refuses, the primary is asked: that it is gone, that what it replays removed the rows under
   * the statement, that it has not heard of a new column. If the statement itself is wrong, the primary says so.
   */
  async ask<T>(query: Query, fromPrimary: () => Promise<T[]>): Promise<T[]> {
    const { replica } = this;
    if (replica)
      try {
        return await replica.ask<T>(query);
      } catch (error) {
        if (this.replica) this.onTrouble(error as Error);
        this.replica = null;
      }
    return fromPrimary();
  }
}
