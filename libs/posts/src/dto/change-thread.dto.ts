import { Flag, IdField, OneOf, Text, Whole } from '#platform';
import { FOLLOW_STATES, type FollowState } from './thread.view.ts';

export class ChangeThreadRequest {
  @Text({ max: 200, optional: true, nullable: true, about: 'By its author.' })
  title?: string | null;

  @Flag({ optional: true, about: 'By owners and moderators.' })
  pinned?: boolean;

  @Flag({ optional: true, about: 'Takes no more replies. By owners and moderators.' })
  closed?: boolean;

  @IdField({
    optional: true,
    nullable: true,
    about: 'Of a question: by who asked it, owners and moderators.',
  })
  bestAnswerId?: string | null;

  @Flag({
    optional: true,
    about: 'Of an announcement: every member by now is asked to say that they read it. By who may announce.',
  })
  asksAcknowledgement?: boolean;

  @Whole({ min: 1, max: 2 ** 31 - 1, optional: true, about: 'The version that was changed; or as If-Match.' })
  version?: number;
}

export class FollowRequest {
  @OneOf([...FOLLOW_STATES, 'none'])
  state: FollowState | 'none';
}

export class ReadRequest {
  @Whole({ min: 0, max: 2 ** 31 - 1, about: 'Of the last post that was seen. Never goes back.' })
  position: number;
}
