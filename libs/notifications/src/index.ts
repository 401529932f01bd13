export { NotificationView } from './dto/notification.view.ts';
export { NOTIFICATION_EVENTS } from './dto/notification-events.view.ts';
export { NotificationsModule } from './notifications.module.ts';
