import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Role, Sessions, type Viewer, viewerOf, type WhyLoggedOut } from '#access';
import { Database, EventTail, type LoggedEvent } from '#platform';
import { SessionCache } from './session-cache.ts';
import { FIND_SESSION, TOUCH_SESSION, WHY_ENDED } from './sessions.queries.ts';
import { hashOfToken } from './tokens.ts';

const MOST_MET = 200_000;

interface Found {
  sessionId: string;
  userId: string;
  role: Role;
  unseen: boolean;
}

/** Answers whose a token is, from the table of sessions. */
@Injectable()
export class StoredSessions extends Sessions implements OnModuleInit {
  private readonly cache = new SessionCache();
  /** Tokens that were somebody's when last asked. */
  private readonly met = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly tail: EventTail,
  ) {
    super();
  }

  onModuleInit(): void {
    this.tail.onEvents(async (events) => {
      for (const event of events) this.heed(event);
    });
  }

  hasMet(token: string): boolean {
    return this.met.has(keyOf(hashOfToken(token)));
  }

  async viewerOf(token: string): Promise<Viewer | null> {
    const hash = hashOfToken(token);
    const key = keyOf(hash);
    const viewer =
      this.cache.get(key) ??
      (await this.cache.remember(key, () => this.database.soon(() => this.find(hash))));
    if (viewer) this.meet(key);
    else this.met.delete(key);
    return viewer;
  }

  async whyEnded(token: string): Promise<WhyLoggedOut | null> {
    const [ended] = await this.database.run<{ because: WhyLoggedOut }>(WHY_ENDED, [hashOfToken(token)]);
    return ended?.because ?? null;
  }

  /** For whoever has just ended them: this process need not wait for the log to say so. */
  forgetUser(userId: string): void {
    this.cache.forget((viewer) => viewer.userId === userId);
  }

  private meet(key: string): void {
    if (this.met.size >= MOST_MET) this.met.clear();
    this.met.add(key);
  }

  private async find(hash: Buffer): Promise<Viewer | null> {
    const [found] = await this.database.run<Found>(FIND_SESSION, [hash]);
    if (!found) return null;
    if (found.unseen) await this.database.run(TOUCH_SESSION, [found.sessionId]);
    return viewerOf(found);
  }

  private heed({ type, userId, data }: LoggedEvent): void {
    const changesAccess = type === 'session.ended' || type === 'user.deactivated';
    const changesRole = type === 'user.changed' && data.role !== undefined;
    if (userId && (changesAccess || changesRole)) this.forgetUser(userId);
  }
}

const keyOf = (hash: Buffer): string => hash.toString('base64');
