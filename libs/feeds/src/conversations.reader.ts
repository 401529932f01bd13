import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, decodeCursor, type Page, type PageQuery, pageOf } from '#platform';
import { excerptOf, FIRST_PAGE } from '#posts';
import { CONVERSATIONS } from './conversations.queries.ts';
import type { ConversationView } from './dto/conversation.view.ts';

/** What somebody talks about in private, and with whom. */
@Injectable()
export class ConversationsReader {
  constructor(private readonly database: Database) {}

  async mine({ userId }: Viewer, { limit, cursor }: PageQuery): Promise<Page<ConversationView>> {
    const after = decodeCursor(cursor, 'time', 'id') ?? FIRST_PAGE;
    const rows = await this.database.run<ConversationView>(CONVERSATIONS, [userId, ...after, limit + 1]);
    return pageOf(rows, limit, ({ activityAt, id }) => [activityAt, id], withExcerpt);
  }
}

/** The statement answers the whole post where the excerpt belongs: what is plain text, Markdown alone knows. */
function withExcerpt({ last, ...conversation }: ConversationView): ConversationView {
  const excerpt = last?.excerpt ? excerptOf(last.excerpt) : null;
  return { ...conversation, last: last && { ...last, excerpt } };
}
