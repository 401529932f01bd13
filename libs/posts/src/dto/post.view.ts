import { FileView } from '#files';
import { Shown } from '#platform';
import { PersonChip } from '#users';

export class ReactionCount {
  @Shown()
  emoji: string;

  @Shown()
  count: number;
}

export class MentionedPerson {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown()
  name: string;

  @Shown()
  handle: string;
}

export class MinePost {
  @Shown({ type: [String], about: 'The emoji that you gave.' })
  reactions: string[];
}

/** One message. Made by `post-view.sql.ts`. */
export class PostView {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown({ format: 'uuid' })
  threadId: string;

  @Shown({ format: 'uuid' })
  communityId: string;

  @Shown({ about: '1 is the opening post; replies follow densely.' })
  position: number;

  @Shown()
  author: PersonChip;

  @Shown({ about: 'Markdown. Empty when deleted.' })
  body: string;

  @Shown({ about: 'The body as safe HTML. Empty when deleted.' })
  html: string;

  @Shown({ type: String, format: 'uuid', nullable: true, about: 'The post it answers.' })
  replyTo: string | null;

  @Shown({ format: 'date-time' })
  createdAt: string;

  @Shown({ type: String, format: 'date-time', nullable: true })
  editedAt: string | null;

  @Shown({ type: String, format: 'date-time', nullable: true })
  deletedAt: string | null;

  @Shown({ type: ['author', 'moderator'], nullable: true })
  deletedBy: 'author' | 'moderator' | null;

  @Shown({ about: 'Hand it back with a change.' })
  version: number;

  @Shown({ type: [ReactionCount] })
  reactions: ReactionCount[];

  @Shown({ type: [FileView] })
  files: FileView[];

  @Shown({ type: [MentionedPerson], about: 'Those among the mentioned who may read it.' })
  mentions: MentionedPerson[];

  @Shown({ type: MinePost, optional: true, about: 'Absent in events.' })
  mine?: MinePost;
}

export class ReactionsView {
  @Shown({ type: [ReactionCount] })
  reactions: ReactionCount[];
}

export class ReactionGivers {
  @Shown()
  emoji: string;

  @Shown({ type: [PersonChip], about: 'The first hundred.' })
  users: PersonChip[];
}

export class ReactionGiversList {
  @Shown({ type: [ReactionGivers] })
  items: ReactionGivers[];
}

export class PostEditView {
  @Shown()
  version: number;

  @Shown({ about: 'What it said until then.' })
  body: string;

  @Shown()
  html: string;

  @Shown({ format: 'date-time' })
  editedAt: string;

  @Shown()
  editedBy: PersonChip;
}
