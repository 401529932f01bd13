import { Module, type OnModuleInit } from '@nestjs/common';
import { Consumers, EventPresenters } from '#platform';
import { MarkRead } from './mark-read.service.ts';
import { NotificationEventsPresenter } from './notification-events.presenter.ts';
import { NotificationsConsumer } from './notifications.consumer.ts';
import { NotificationsController } from './notifications.controller.ts';
import { NotificationsReader } from './notifications.reader.ts';
import { PreviewReader } from './preview/preview.reader.ts';
import { PushConsumer } from './push/push.consumer.ts';
import { PushController } from './push/push.controller.ts';
import { PushSender } from './push/push-sender.ts';
import { PushService } from './push/push-service.ts';
import { PushTest } from './push/push-test.service.ts';
import { Subscriptions } from './push/subscriptions.service.ts';
import { VapidKeys } from './push/vapid-keys.ts';
import { ChangeSettings } from './settings/change-settings.service.ts';
import { NotificationSettingsController } from './settings/settings.controller.ts';
import { SettingsReader } from './settings/settings.reader.ts';

@Module({
  controllers: [NotificationsController, NotificationSettingsController, PushController],
  providers: [
    NotificationsReader,
    MarkRead,
    NotificationsConsumer,
    NotificationEventsPresenter,
    SettingsReader,
    ChangeSettings,
    PreviewReader,
    VapidKeys,
    Subscriptions,
    PushService,
    PushTest,
    PushSender,
    PushConsumer,
  ],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly consumers: Consumers,
    private readonly presenters: EventPresenters,
    private readonly consumer: NotificationsConsumer,
    private readonly push: PushConsumer,
    private readonly presenter: NotificationEventsPresenter,
  ) {}

  onModuleInit(): void {
    this.consumers.add(this.consumer);
    this.consumers.add(this.push);
    this.presenters.add(this.presenter);
  }
}
