import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers, AnswersPage, FromReplica, type Page } from '#platform';
import { NotificationView, UnreadView } from './dto/notification.view.ts';
import { MarkReadRequest, MarkUnreadRequest, NotificationsQuery } from './dto/notifications.query.ts';
import { MarkRead } from './mark-read.service.ts';
import { NotificationsReader } from './notifications.reader.ts';

@ApiTags('notifications')
@Controller('api/v1/notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsReader,
    private readonly markRead: MarkRead,
  ) {}

  @Get()
  @FromReplica()
  @AnswersPage(NotificationView, { about: 'The newest change first.' })
  list(@CurrentViewer() viewer: Viewer, @Query() query: NotificationsQuery): Promise<Page<NotificationView>> {
    return this.notifications.list(viewer, query);
  }

  @Get('unread')
  @Answers(UnreadView)
  async unread(@CurrentViewer() viewer: Viewer): Promise<UnreadView> {
    return { count: await this.notifications.unread(viewer) };
  }

  @Post('read')
  @Answers()
  read(@CurrentViewer() viewer: Viewer, @Body() { ids }: MarkReadRequest): Promise<void> {
    return this.markRead.of(viewer, ids);
  }

  @Post('unread')
  @Answers(undefined, { about: 'Keeps them for later.' })
  takeBack(@CurrentViewer() viewer: Viewer, @Body() { ids }: MarkUnreadRequest): Promise<void> {
    return this.markRead.takeBack(viewer, ids);
  }
}
