import { Flag, OneOf, PageQuery, Shown, Text } from '#platform';
import { PersonChip } from '#users';
import { type CommunityKind, VISIBILITIES, type Visibility } from '../community.ts';

export const OVERVIEW_KINDS = ['project', 'group', 'company'] as const;
export const OVERVIEW_SORTS = ['name', 'activity', 'members'] as const;
export type OverviewSort = (typeof OVERVIEW_SORTS)[number];

export class OverviewQuery extends PageQuery {
  @Text({ max: 100, optional: true, about: 'Words, or parts of words, of the name; accents do not matter.' })
  q?: string;

  @OneOf(OVERVIEW_KINDS, { optional: true })
  kind?: CommunityKind;

  @OneOf(['public', 'private'], { optional: true })
  visibility?: Visibility;

  @Flag({ optional: true, about: 'true: the archived ones instead.' })
  archived?: boolean;

  @OneOf(OVERVIEW_SORTS, { optional: true, about: 'By name unless told; else the most first.' })
  sort: OverviewSort = 'name';
}

/** A community as far as it takes to run the installation: nothing that is said in it. */
export class CommunityOverview {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown()
  name: string;

  @Shown({ type: OVERVIEW_KINDS })
  kind: CommunityKind;

  @Shown({ type: VISIBILITIES })
  visibility: Visibility;

  @Shown({ type: String, nullable: true })
  picture: string | null;

  @Shown()
  hue: number;

  @Shown()
  memberCount: number;

  @Shown({ type: [PersonChip], about: 'Who can be asked about it: owners who can log in; at most 3.' })
  owners: PersonChip[];

  @Shown({ format: 'date-time', about: 'When somebody last posted; when it was made, if nobody ever did.' })
  activeAt: string;

  @Shown({ type: Date, nullable: true })
  archivedAt: Date | null;
}

/** How many there are, of those too that have no name here. */
export class CommunityCounts {
  @Shown()
  public: number;

  @Shown()
  private: number;

  @Shown({ about: 'By invitation: counted, not named.' })
  secret: number;

  @Shown()
  archived: number;

  @Shown({ about: 'Conversations, which are only counted.' })
  conversations: number;
}
