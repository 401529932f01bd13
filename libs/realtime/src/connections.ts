import { Injectable } from '@nestjs/common';
import type { Connection } from './connection.ts';

const NONE: ReadonlySet<Connection> = new Set();

/** All sockets of this process, by person. */
@Injectable()
export class Connections {
  private readonly byUser = new Map<string, Set<Connection>>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Whether anybody here hears of threads by their topics. */
  get followTopics(): boolean {
    for (const { topics } of this.all()) if (topics.size > 0) return true;
    return false;
  }

  get userIds(): string[] {
    return [...this.byUser.keys()];
  }

  of(userId: string): ReadonlySet<Connection> {
    return this.byUser.get(userId) ?? NONE;
  }

  *all(): Iterable<Connection> {
    for (const connections of this.byUser.values()) yield* connections;
  }

  add(connection: Connection): void {
    const theirs = this.byUser.get(connection.userId);
    if (theirs) theirs.add(connection);
    else this.byUser.set(connection.userId, new Set([connection]));
    this.count++;
  }

  remove(connection: Connection): void {
    const theirs = this.byUser.get(connection.userId);
    if (!theirs?.delete(connection)) return;
    this.count--;
    if (theirs.size === 0) this.byUser.delete(connection.userId);
  }
}
