import { FileView } from '#files';
import { type EventViews, Shown } from '#platform';
import { CommunityCardView, THREAD_KINDS, type ThreadKind } from '#posts';

/** Something that I began to write. */
export class DraftView {
  @Shown({ about: '`community-<id>`, `thread-<id>` or `edit-<post id>`.' })
  place: string;

  @Shown({ about: 'Markdown.' })
  body: string;

  @Shown()
  title: string;

  @Shown({ type: THREAD_KINDS })
  kind: ThreadKind;

  @Shown({ about: 'Of an announcement: everybody is to be asked to confirm that they read it.' })
  asksAcknowledgement: boolean;

  @Shown({ type: String, format: 'uuid', nullable: true })
  replyTo: string | null;

  @Shown({ type: [FileView], about: 'Mine, and not attached yet.' })
  files: FileView[];

  @Shown({ about: 'Greater with each change; never used twice.' })
  version: number;

  @Shown({ format: 'date-time' })
  updatedAt: string;

  @Shown({ type: CommunityCardView, nullable: true, about: 'null when I may not read it, or no longer.' })
  community: CommunityCardView | null;

  @Shown({ type: String, format: 'uuid', nullable: true, about: 'null where a new thread is being written.' })
  threadId: string | null;

  @Shown({ type: String, nullable: true, about: 'The title of the thread it stands in.' })
  threadTitle: string | null;
}

export class DraftTold {
  @Shown()
  place: string;

  @Shown({ type: DraftView, nullable: true, about: 'null: sent, or thrown away.' })
  draft: DraftView | null;
}

/** What the devices of the writer are told. */
export const DRAFT_EVENTS = { 'draft.changed': DraftTold } satisfies EventViews;
