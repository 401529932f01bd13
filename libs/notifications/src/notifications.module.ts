import { Module, type OnModuleInit } from '@nestjs/common';
import { Consumers, EventPresenters } from '#platform';
import { MarkRead } from './mark-read.service.ts';
import { NotificationEventsPresenter } from './notification-events.presenter.ts';
import { NotificationsConsumer } from './notifications.consumer.ts';
import { NotificationsController } from './notifications.controller.ts';
import { NotificationsReader } from './notifications.reader.ts';

@Module({
  controllers: [NotificationsController],
  providers: [NotificationsReader, MarkRead, NotificationsConsumer, NotificationEventsPresenter],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly consumers: Consumers,
    private readonly presenters: EventPresenters,
    private readonly consumer: NotificationsConsumer,
    private readonly presenter: NotificationEventsPresenter,
  ) {}

  onModuleInit(): void {
    this.consumers.add(this.consumer);
    this.presenters.add(this.presenter);
  }
}
