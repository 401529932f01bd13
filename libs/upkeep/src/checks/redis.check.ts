import { Redis } from 'ioredis';
import type { Settings } from '#platform';
import type { Check } from '../check.ts';
import { type Finding, ok } from '../finding.ts';

/** Only where REDIS_URL is set. */
export const redisCheck: Check = {
  name: 'redis',
  async examine({ settings }) {
    if (!settings.REDIS_URL) return [ok('redis.none', 'REDIS_URL is not set; one process needs none.')];
    const found = await redis(settings);
    return found.length > 0 ? found : [ok('redis.fine', 'It answers.')];
  },
};

export async function redis({ REDIS_URL }: Settings): Promise<Finding[]> {
  if (!REDIS_URL) return [];
  const client = new Redis(REDIS_URL, {
    lazyConnect: true,
    connectTimeout: 2_000,
    commandTimeout: 2_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let why = '';
  client.on('error', (error: NodeJS.ErrnoException) => {
    why = error.code ?? error.message;
  });
  try {
    await client.connect();
    await client.ping();
    return [];
  } catch (error) {
    return [
      {
        code: 'redis.away',
        level: 'warning',
        says: `Redis does not answer (${why || (error as Error).message}): limits count for each process by itself, and "is typing" stays within one.`,
        remedy: 'Start it, or correct REDIS_URL. Nothing is lost meanwhile.',
      },
    ];
  } finally {
    client.disconnect();
  }
}
