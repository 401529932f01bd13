export { CATCH_UP_EVENTS } from './dto/catch-up.view.ts';
export { FeedsModule } from './feeds.module.ts';
export { HOME } from './feeds.queries.ts';
