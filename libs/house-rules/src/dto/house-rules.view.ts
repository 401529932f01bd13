import { type EventViews, Shown } from '#platform';
import { PersonChip } from '#users';

/** The house rules as they are now. */
export class HouseRulesView {
  @Shown({ about: '1, 2, 3 …; each is accepted by itself.' })
  version: number;

  @Shown({ about: 'Markdown.' })
  body: string;

  @Shown({ about: 'Safe to show.' })
  html: string;

  @Shown({ type: String, nullable: true, about: 'What is new in this version.' })
  changes: string | null;

  @Shown()
  publishedAt: Date;

  @Shown({ type: Date, nullable: true, about: 'When I accepted this version.' })
  acceptedAt: Date | null;
}

export class CurrentHouseRules {
  @Shown({ type: HouseRulesView, nullable: true, about: 'null: there are none.' })
  current: HouseRulesView | null;
}

/** For administrators: the rules and how far they have come. */
export class HouseRulesStateView {
  @Shown({
    about: 'Of the newest version there ever was; 0 before the first. Hand it back to publish another.',
  })
  version: number;

  @Shown({ type: HouseRulesView, nullable: true, about: 'null: none, or withdrawn.' })
  current: HouseRulesView | null;

  @Shown({ type: PersonChip, nullable: true })
  publishedBy: PersonChip | null;

  @Shown({ about: 'How many people with an open account accepted it.' })
  accepted: number;

  @Shown({ about: 'How many have not.' })
  missing: number;
}

export class AcceptanceView {
  @Shown()
  person: PersonChip;

  @Shown({ type: Date, nullable: true, about: 'null: has not.' })
  acceptedAt: Date | null;
}

export class RulesPreview {
  @Shown()
  html: string;
}

export class HouseRulesTold {
  @Shown({
    type: Number,
    nullable: true,
    about: 'The version that is now to be accepted; null: none any more.',
  })
  version: number | null;

  @Shown({
    type: String,
    nullable: true,
    format: 'uuid',
    about: 'Who published it, and accepted it by that.',
  })
  publishedById: string | null;
}

export class AcceptanceTold {
  @Shown()
  version: number;
}

export const HOUSE_RULES_EVENTS = {
  'house-rules.changed': HouseRulesTold,
  'house-rules.accepted': AcceptanceTold,
} satisfies EventViews;
