import { Injectable } from '@nestjs/common';
import type { EventConsumer, LoggedEvent, RecordingTransaction } from '#platform';
import { announce } from './announce.ts';

/** A person's stream is named as the person, also after they changed their name. */
@Injectable()
export class StreamsKeepNames implements EventConsumer {
  readonly name = 'communities.streams-keep-names';
  readonly types = ['user.changed'];

  async consume(events: LoggedEvent[], transaction: RecordingTransaction): Promise<void> {
    const renamed = await transaction.query<{ id: string; userId: string }>(
      `UPDATE communities AS c SET name = u.name, version = c.version + 1 FROM users AS u
       WHERE c.person_id = u.id AND u.id = ANY ($1::uuid[]) AND c.name <> u.name
       RETURNING c.id, u.id AS "userId"`,
      [events.map(({ userId }) => userId)],
    );
    for (const { id, userId } of renamed)
      await announce(transaction, 'community.changed', { id, kind: 'person', visibility: 'public' }, userId);
  }
}
