import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, notFound } from '#platform';
import type { UserView } from './dto/user.view.ts';
import { USERS_BY_ID } from './users.queries.ts';

/** People as a viewer may see them. */
@Injectable()
export class UsersReader {
  constructor(private readonly database: Database) {}

  /** @throws Problem not-found, also for somebody the viewer may not see */
  async one(viewer: Viewer, id: string): Promise<UserView> {
    const [user] = await this.database.run<UserView>(USERS_BY_ID, [viewer.userId, viewer.guest, [id]]);
    if (!user) throw notFound();
    return user;
  }

  /** As every employee sees them, for the log. */
  forEmployees(ids: string[]): Promise<UserView[]> {
    return this.database.run<UserView>(USERS_BY_ID, [null, false, ids]);
  }
}
