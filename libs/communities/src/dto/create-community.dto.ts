import { Day, IdsField, OneOf, Parts, Text } from '#platform';
import { PROJECT_STATUSES, type ProjectStatus, VISIBILITIES, type Visibility } from '../community.ts';
import { CreateMilestone } from './milestone.dto.ts';

export class CreateCommunity {
  @OneOf(['project', 'group', 'conversation'])
  kind: 'project' | 'group' | 'conversation';

  @Text({ max: 100, optional: true, about: 'Only a conversation may do without.' })
  name?: string;

  @OneOf(VISIBILITIES, { optional: true, about: 'public unless told; a conversation is always secret.' })
  visibility?: Visibility;

  @Text({ max: 2000, lines: true, optional: true, nullable: true })
  purpose?: string | null;

  @Day({ optional: true, nullable: true, about: 'Of projects only.' })
  startsOn?: string | null;

  @Day({ optional: true, nullable: true, about: 'Of projects only, not before startsOn.' })
  endsOn?: string | null;

  @OneOf(PROJECT_STATUSES, { optional: true, about: 'Of projects only; active unless told.' })
  status?: ProjectStatus;

  @Parts(CreateMilestone, { max: 100, optional: true, about: 'Of projects only.' })
  milestones?: CreateMilestone[];

  @IdsField({ min: 1, max: 50, optional: true, about: 'Of conversations only: with whom.' })
  memberIds?: string[];
}
