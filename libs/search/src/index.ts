export { SEARCH_COUNTERS } from './search.counters.ts';
export { SearchModule } from './search.module.ts';
export { FIND_POSTS, TEXT_OF_A_POST } from './search.queries.ts';
