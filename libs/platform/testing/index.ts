/** What specs of every lib share. Not part of the program: only specs may import it. */

export { type Plan, planOf } from './plan.ts';
export { type QuietProxy, quietProxy } from './quiet-proxy.ts';
export { type TestDatabase, testDatabase } from './test-database.ts';
export { type TestPrimary, type TestReplica, testPrimary } from './test-primary.ts';
export { type TestRedis, testRedis } from './test-redis.ts';
