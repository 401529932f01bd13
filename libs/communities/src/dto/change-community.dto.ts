import { Day, IdField, OneOf, Text, Whole } from '#platform';
import { PROJECT_STATUSES, type ProjectStatus, VISIBILITIES, type Visibility } from '../community.ts';

export class ChangeCommunity {
  @Text({ max: 100, optional: true })
  name?: string;

  @Text({ max: 2000, lines: true, optional: true, nullable: true })
  purpose?: string | null;

  @OneOf(VISIBILITIES, { optional: true, about: 'Owners only.' })
  visibility?: Visibility;

  @Day({ optional: true, nullable: true })
  startsOn?: string | null;

  @Day({ optional: true, nullable: true })
  endsOn?: string | null;

  @OneOf(PROJECT_STATUSES, { optional: true })
  status?: ProjectStatus;

  @Whole({ min: 0, max: 359, optional: true })
  hue?: number;

  @IdField({ optional: true, nullable: true, about: 'A picture that you uploaded.' })
  pictureId?: string | null;

  @Whole({ min: 1, max: 2_000_000_000, optional: true, about: 'The version that was edited.' })
  version?: number;
}
