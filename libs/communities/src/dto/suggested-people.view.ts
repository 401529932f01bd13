import { Shown } from '#platform';
import { PersonChip } from '#users';

export class SuggestedPersonView {
  @Shown()
  person: PersonChip;

  @Shown({ format: 'uuid', about: 'Their own community, which one follows.' })
  personCommunityId: string;

  @Shown({ type: ['manager', 'department', 'communities'] as const })
  reason: 'manager' | 'department' | 'communities';

  @Shown({ about: 'How many communities you share, where that is the reason.' })
  count: number;
}

export class SuggestedPeople {
  @Shown({ type: [SuggestedPersonView] })
  items: SuggestedPersonView[];

  @Shown({ type: String, nullable: true })
  next: null;
}
