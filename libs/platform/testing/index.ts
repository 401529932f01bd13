/** What specs of every lib share. Not part of the program: only specs may import it. */
export { type TestDatabase, testDatabase } from './test-database.ts';
export { type TestRedis, testRedis } from './test-redis.ts';
