import { OneOf, PageQuery, Shown } from '#platform';
import { PersonChip } from '#users';

export const ACKNOWLEDGING = ['missing', 'given'] as const;

export class ListAcknowledgementsQuery extends PageQuery {
  @OneOf(ACKNOWLEDGING, { optional: true, about: 'Who did not confirm yet, or who did.' })
  state: (typeof ACKNOWLEDGING)[number] = 'missing';
}

export class AcknowledgementView {
  @Shown()
  user: PersonChip;

  @Shown({ type: String, format: 'date-time', nullable: true })
  at: string | null;
}

/** Who was asked to say that they read it, and still works here and is a member. */
export class AcknowledgementsView {
  @Shown({ type: [AcknowledgementView], about: 'By name.' })
  items: AcknowledgementView[];

  @Shown({ type: String, nullable: true })
  next: string | null;

  @Shown({ about: 'How many are asked.' })
  asked: number;

  @Shown({ about: 'How many of them confirmed.' })
  given: number;
}
