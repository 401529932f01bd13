import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Role, Sessions, type Viewer, viewerOf, type WhyLoggedOut } from '#access';
import { Database, EventTail, type LoggedEvent } from '#platform';
import { SessionCache } from './session-cache.ts';
import { FIND_SESSION, TOUCH_SESSION, WHY_ENDED } from './sessions.queries.ts';
import { hashOfToken } from './tokens.ts';

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

  async viewerOf(token: string): Promise<Viewer | null> {
    const hash = hashOfToken(token);
    const key = hash.toString('base64');
    return this.cache.get(key) ?? this.cache.remember(key, () => this.find(hash));
  }

  async whyEnded(token: string): Promise<WhyLoggedOut | null> {
    const [ended] = await this.database.run<{ because: WhyLoggedOut }>(WHY_ENDED, [hashOfToken(token)]);
    return ended?.because ?? null;
  }

  /** For whoever has just ended them: this process need not wait for the log to say so. */
  forgetUser(userId: string): void {
    this.cache.forget((viewer) => viewer.userId === userId);
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
