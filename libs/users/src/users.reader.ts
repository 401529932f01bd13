import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, decodeCursor, notFound, type Page, Problem, pageOf } from '#platform';
import type { UserView } from './dto/user.view.ts';
import type { UsersQuery } from './dto/users-query.dto.ts';
import { listUsers, USERS_BY_ID } from './users.queries.ts';

type UserRow = UserView & { sortKey: string };

/** People as a viewer may see them. */
@Injectable()
export class UsersReader {
  constructor(private readonly database: Database) {}

  /** @throws Problem not-found, also for somebody the viewer may not see */
  async one(viewer: Viewer, id: string): Promise<UserView> {
    const [user] = await this.database.run<UserRow>(USERS_BY_ID, [viewer.userId, viewer.guest, [id]]);
    if (!user) throw notFound();
    return viewOf(user);
  }

  async list(viewer: Viewer, query: UsersQuery): Promise<Page<UserView>> {
    const { q = '', department, location, skill, role, deactivated = false, limit, cursor } = query;
    if (deactivated && !viewer.admin)
      throw new Problem('forbidden', { detail: 'Only administrators see who left.' });
    const after = decodeCursor(cursor, 'text', 'id');
    const values: unknown[] = [viewer.userId, viewer.guest];
    const sql = listUsers(
      { q, department, location, skill, role, deactivated, after, limit: limit + 1 },
      values,
    );
    const rows = await this.database.query<UserRow>(sql, values);
    return pageOf(rows, limit, ({ sortKey, id }) => [sortKey, id], viewOf);
  }

  /** As every employee sees them, for the log. */
  async forEmployees(ids: string[]): Promise<UserView[]> {
    const rows = await this.database.run<UserRow>(USERS_BY_ID, [null, false, ids]);
    return rows.map(viewOf);
  }
}

const viewOf = ({ sortKey, ...view }: UserRow): UserView => view;
