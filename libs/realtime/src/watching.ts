import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem } from '#platform';
import { READABLE_PLACES } from './access.queries.ts';
import type { Connection, Watch } from './connection.ts';
import { MOST_WATCHED } from './limits.ts';

/** A community or a thread, as a client names it. */
export type Place = { communityId: string } | { threadId: string };

/** Following places that are open on somebody's screen, without being a member. */
@Injectable()
export class Watching {
  constructor(private readonly database: Database) {}

  /** @throws Problem not-found when it is not readable; too-many-requests when so many are watched already */
  async watch(connection: Connection, place: Place): Promise<void> {
    if (!(await this.watchIfReadable(connection, place))) throw notFound();
  }

  async watchIfReadable(connection: Connection, place: Place): Promise<boolean> {
    if (connection.watchCount >= MOST_WATCHED)
      throw new Problem('too-many-requests', {
        detail: `One socket watches ${MOST_WATCHED} places at most.`,
      });
    for (;;) {
      const { changes } = connection;
      const watch = await this.readable(connection, place);
      // Access changed while we asked: the answer may be from before it.
      if (changes !== connection.changes) continue;
      if (watch) connection.watch(watch);
      return watch !== null;
    }
  }

  unwatch(connection: Connection, place: Place): void {
    connection.unwatch('threadId' in place ? place : { ...place, threadId: null });
  }

  private async readable({ userId, guest }: Connection, place: Place): Promise<Watch | null> {
    const communities = 'communityId' in place ? [place.communityId] : [];
    const threads = 'threadId' in place ? [place.threadId] : [];
    const [watch] = await this.database.run<Watch>(READABLE_PLACES, [userId, guest, communities, threads]);
    return watch ?? null;
  }
}
