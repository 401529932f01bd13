import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Audience, type EventPresenter, EventPresenters, type LoggedEvent } from '#platform';
import { USER_EVENTS, type UserTold } from './dto/user-events.view.ts';
import { UsersReader } from './users.reader.ts';

/** Employees hear of each other's comings, goings and changes; guests do not. */
@Injectable()
export class UserEventsPresenter implements EventPresenter, OnModuleInit {
  readonly types = [...Object.keys(USER_EVENTS), 'session.ended'];

  constructor(
    private readonly presenters: EventPresenters,
    private readonly users: UsersReader,
  ) {}

  onModuleInit(): void {
    this.presenters.add(this);
  }

  /** That a session ended concerns the server, which closes its sockets. */
  audienceOf({ type }: LoggedEvent): Audience {
    return type === 'session.ended' ? 'nobody' : 'employees';
  }

  async present(events: LoggedEvent[]): Promise<Map<number, UserTold>> {
    const about = events.filter(({ type, userId }) => type !== 'session.ended' && userId);
    if (about.length === 0) return new Map();
    const users = await this.users.forEmployees([...new Set(about.map(({ userId }) => userId!))]);
    const byId = new Map(users.map((user) => [user.id, user]));
    return new Map(
      about.flatMap(({ seq, userId }) => {
        const user = byId.get(userId!);
        return user ? [[seq, { user }] as const] : [];
      }),
    );
  }
}
