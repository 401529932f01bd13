import { Shown } from '#platform';
import { CommunityCardView } from '#posts';
import { PersonChip } from '#users';
import { SEARCHED, type Searched } from './search.query.ts';

export class TextPieceView {
  @Shown()
  text: string;

  @Shown({ about: 'Whether it is what was looked for.' })
  hit: boolean;
}

/** What was found. `in` tells which of the members are there. */
export class SearchHitView {
  @Shown({ type: SEARCHED })
  in: Searched;

  @Shown()
  id: string;

  @Shown({
    optional: true,
    type: PersonChip,
    about: 'The person; the author of a post; the owner of a file.',
  })
  person?: PersonChip;

  @Shown({ optional: true, nullable: true, type: String })
  department?: string | null;

  @Shown({ optional: true, type: CommunityCardView, about: 'The community, or where the post or file is.' })
  community?: CommunityCardView;

  @Shown({ optional: true, nullable: true, type: String })
  purpose?: string | null;

  @Shown({ optional: true, type: Number })
  memberCount?: number;

  @Shown({ optional: true, type: String })
  threadId?: string;

  @Shown({ optional: true, type: String })
  postId?: string;

  @Shown({ optional: true, nullable: true, type: String, about: 'Of the thread.' })
  title?: string | null;

  @Shown({ optional: true, type: [TextPieceView] })
  excerpt?: TextPieceView[];

  @Shown({ optional: true, type: String })
  name?: string;

  @Shown({ optional: true, type: String })
  mediaType?: string;

  @Shown({ optional: true, type: Number })
  size?: number;

  @Shown({ optional: true, type: String })
  url?: string;

  @Shown({ optional: true, type: String, format: 'date-time' })
  createdAt?: string | Date;
}
