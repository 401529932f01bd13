import type { FastifyInstance } from 'fastify';
import type { Settings } from '#platform';

/**
 * Says once that a proxy seems to stand in front and nobody told us. Everybody then seems to come from one
 * address, and limits for one address are limits for all.
 */
export function warnOfUnknownProxy(fastify: FastifyInstance, { TRUSTED_PROXIES }: Settings): void {
  if (TRUSTED_PROXIES > 0) return;
  let said = false;
  fastify.addHook('onRequest', async ({ headers, log }) => {
    if (said || headers['x-forwarded-for'] === undefined) return;
    said = true;
    log.warn(
      'A request carries X-Forwarded-For, and TRUSTED_PROXIES is 0: if a proxy stands in front of Kring, set it to ' +
        'the number of proxies. Until then everybody counts as one address. If none does, somebody made it up.',
    );
  });
}
