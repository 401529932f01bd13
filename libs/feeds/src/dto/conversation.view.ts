import { Shown } from '#platform';
import { PersonChip } from '#users';

export class LastWords {
  @Shown({ format: 'uuid' })
  threadId: string;

  @Shown({ format: 'uuid' })
  postId: string;

  @Shown()
  author: PersonChip;

  @Shown({ type: String, nullable: true, about: 'The beginning, as plain text; null once it is deleted.' })
  excerpt: string | null;

  @Shown({ format: 'date-time' })
  createdAt: string;
}

/** A conversation as the list of mine shows it. */
export class ConversationView {
  @Shown({ format: 'uuid', about: 'Of the community that it is.' })
  id: string;

  @Shown({ about: 'Empty: it is called after those in it.' })
  name: string;

  @Shown({ type: [PersonChip], about: 'Who is in it, you too.' })
  members: PersonChip[];

  @Shown({ format: 'date-time', about: 'The order of the list, the newest first.' })
  activityAt: string;

  @Shown({ type: LastWords, nullable: true, about: 'null: nothing was said yet.' })
  last: LastWords | null;

  @Shown({ about: 'Posts of others that you did not read; 100 stands for 100 or more.' })
  unread: number;
}
