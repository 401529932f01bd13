import { FileView } from '#files';
import { Shown } from '#platform';
import { PersonChip } from '#users';

/** A file of a community, and where it was shared. */
export class CommunityFileView extends FileView {
  @Shown({ format: 'uuid' })
  threadId: string;

  @Shown({ format: 'uuid' })
  postId: string;

  @Shown()
  author: PersonChip;

  @Shown({ format: 'date-time', about: 'When it was shared.' })
  sharedAt: string;
}

/** How lively a community is. */
export class CommunityActivityView {
  @Shown({ type: [Number], about: 'Threads started in each of the last twelve weeks, the oldest first.' })
  weeks: number[];

  @Shown({ type: String, nullable: true, format: 'date-time', about: 'When something was last written.' })
  lastAt: string | null;
}
