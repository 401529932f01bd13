import { Shown } from '#platform';
import { PersonChip } from '#users';
import {
  NOTIFICATION_KINDS,
  NotificationCommunity,
  type NotificationKind,
} from '../dto/notification.view.ts';

const WAYS = ['push', 'later', 'list', 'none'] as const;
const REASONS = ['quiet', 'pause', 'kind', 'level', 'muted'] as const;

/** One event, and how it would have reached me. */
export class PreviewedEvent {
  @Shown({ type: NOTIFICATION_KINDS })
  kind: NotificationKind;

  @Shown({ type: PersonChip, nullable: true })
  actor: PersonChip | null;

  @Shown()
  community: NotificationCommunity;

  @Shown({ type: String, format: 'uuid', nullable: true })
  threadId: string | null;

  @Shown({ type: String, format: 'uuid', nullable: true })
  postId: string | null;

  @Shown({ type: String, nullable: true, about: 'The beginning of the post, as plain text.' })
  excerpt: string | null;

  @Shown({ type: String, nullable: true })
  emoji: string | null;

  @Shown({ format: 'date-time' })
  at: string;

  @Shown({
    type: WAYS,
    about: '`push`: at once. `later`: pushed at `pushedAt`. `list`: shown in Kring only. `none`: not told.',
  })
  reach: (typeof WAYS)[number];

  @Shown({ type: REASONS, nullable: true, about: 'Why not at once.' })
  because: (typeof REASONS)[number] | null;

  @Shown({ type: String, format: 'date-time', nullable: true })
  pushedAt: string | null;
}

export class ReachCounts {
  @Shown()
  push: number;

  @Shown()
  later: number;

  @Shown()
  list: number;

  @Shown()
  none: number;
}

/** The last days, as the present settings would have it. */
export class PreviewView {
  @Shown()
  days: number;

  @Shown()
  counts: ReachCounts;

  @Shown({ type: [PreviewedEvent], about: 'The newest first; at most 200.' })
  items: PreviewedEvent[];
}
