import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { COMMUNITY_EVENTS, MEMBERSHIP_EVENTS } from '#communities';
import { DRAFT_EVENTS } from '#drafts';
import { CATCH_UP_EVENTS } from '#feeds';
import { HOUSE_RULES_EVENTS } from '#house-rules';
import { NOTIFICATION_EVENTS } from '#notifications';
import type { EventViews } from '#platform';
import { MINE_EVENTS, POST_EVENTS, THREAD_EVENTS } from '#posts';
import { PresenceTold, TypingTold } from '#realtime';
import { ORGANISATION_EVENTS, USER_EVENTS } from '#users';

/** What sockets tell as `event`, by type. */
export const TOLD_EVENTS: EventViews = {
  ...USER_EVENTS,
  ...ORGANISATION_EVENTS,
  ...COMMUNITY_EVENTS,
  ...MEMBERSHIP_EVENTS,
  ...THREAD_EVENTS,
  ...POST_EVENTS,
  ...MINE_EVENTS,
  ...NOTIFICATION_EVENTS,
  ...CATCH_UP_EVENTS,
  ...DRAFT_EVENTS,
  ...HOUSE_RULES_EVENTS,
};

/** What they tell beside the log, under the names `typing` and `presence`. */
export const SIGNALS = [TypingTold, PresenceTold];

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

/** One entry of the event log as sockets tell it. OpenAPI has no place for sockets, but for their shapes. */
export const eventSchema: Schema = {
  description: 'What a socket tells as `event`.',
  oneOf: Object.entries(TOLD_EVENTS).map(([type, view]) => ({
    type: 'object',
    required: ['seq', 'type', 'communityId', 'data'],
    properties: {
      seq: { type: 'integer', description: 'Its place in the log.' },
      type: { type: 'string', enum: [type] },
      communityId: { type: 'string', format: 'uuid', nullable: true },
      threadId: { type: 'string', format: 'uuid' },
      data: { $ref: getSchemaPath(view as never) },
    },
  })),
};
