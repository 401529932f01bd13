export { NotificationView } from './dto/notification.view.ts';
export { NotificationsModule } from './notifications.module.ts';
