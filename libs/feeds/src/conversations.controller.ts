import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { AnswersPage, FromReplica, type Page, PageQuery } from '#platform';
import { ConversationsReader } from './conversations.reader.ts';
import { ConversationView } from './dto/conversation.view.ts';

@ApiTags('conversations')
@Controller('api/v1/conversations')
export class ConversationsController {
  constructor(private readonly conversations: ConversationsReader) {}

  /** Mine, with the last words of each. */
  @Get()
  @FromReplica()
  @AnswersPage(ConversationView, { about: 'The newest activity first.' })
  list(@CurrentViewer() viewer: Viewer, @Query() query: PageQuery): Promise<Page<ConversationView>> {
    return this.conversations.mine(viewer, query);
  }
}
