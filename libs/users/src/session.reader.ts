import { Injectable, Optional } from '@nestjs/common';
import { HouseRulesGate, Sessions, type Viewer } from '#access';
import { Database, EventTail, type Page, Problem } from '#platform';
import type { OpenSessionView, SessionView } from './dto/session.view.ts';
import { Newcomers } from './newcomers.ts';
import { OrganisationReader } from './organisation.reader.ts';
import { LIST_SESSIONS } from './sessions.queries.ts';
import { UsersReader } from './users.reader.ts';

/** What a client needs to know first: who am I, where am I, since when. */
@Injectable()
export class SessionReader {
  constructor(
    private readonly database: Database,
    private readonly tail: EventTail,
    private readonly users: UsersReader,
    private readonly sessions: Sessions,
    private readonly organisation: OrganisationReader,
    @Optional() private readonly newcomers?: Newcomers,
    @Optional() private readonly houseRules?: HouseRulesGate,
  ) {}

  /** The session that was just begun with this token. */
  async ofToken(token: string): Promise<SessionView> {
    const viewer = await this.sessions.viewerOf(token);
    if (!viewer) throw new Problem('unauthenticated');
    return this.database.soon(() => this.ofViewer(viewer));
  }

  async ofViewer(viewer: Viewer): Promise<SessionView> {
    // Taken first: what is read after it holds at least that much.
    const seq = this.tail.position;
    const [user, organisation, rulesToAccept, company] = await Promise.all([
      this.users.one(viewer, viewer.userId),
      this.organisation.find(),
      this.houseRules?.owedBy(viewer) ?? null,
      this.newcomers?.companyCommunityId(),
    ]);
    const companyCommunityId = viewer.guest ? null : (company ?? null);
    return { user, organisation: organisation!, companyCommunityId, rulesToAccept, seq };
  }

  mine(viewer: Viewer): Promise<Page<OpenSessionView>> {
    return this.of(viewer, viewer.userId);
  }

  /**
   * Of somebody, for themselves or for an administrator.
   * @throws Problem not-found
   */
  async of(viewer: Viewer, userId: string): Promise<Page<OpenSessionView>> {
    if (userId !== viewer.userId) await this.users.one(viewer, userId);
    const items = await this.database.run<OpenSessionView>(LIST_SESSIONS, [userId, viewer.sessionId]);
    return { items, next: null };
  }
}
