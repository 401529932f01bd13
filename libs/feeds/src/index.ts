export { CATCH_UP_EVENTS } from './dto/catch-up.view.ts';
export { FeedsModule } from './feeds.module.ts';
export { EVERYTHING, HOME, UNREAD } from './feeds.queries.ts';
