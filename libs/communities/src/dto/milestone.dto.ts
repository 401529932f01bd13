import { Day, Flag, Text } from '#platform';

export class CreateMilestone {
  @Text({ max: 200 })
  title: string;

  @Day({ optional: true, nullable: true })
  dueOn?: string | null;
}

export class ChangeMilestone {
  @Text({ max: 200, optional: true })
  title?: string;

  @Day({ optional: true, nullable: true })
  dueOn?: string | null;

  @Flag({ optional: true })
  done?: boolean;
}
