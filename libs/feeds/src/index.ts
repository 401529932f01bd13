export { FeedsModule } from './feeds.module.ts';
export { HOME } from './feeds.queries.ts';
