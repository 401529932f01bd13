import type { FastifyInstance } from 'fastify';
import { answerProblem, Problem } from '#platform';

const SERVED = new Set(['/healthz', '/readyz', '/metrics']);

/** A worker is asked how it is, and nothing else: it is not meant to be reached by people. */
export function healthOnly(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async ({ url }, reply) => {
    if (SERVED.has(url.split('?')[0]!)) return;
    answerProblem(reply, new Problem('not-found'));
    return reply;
  });
}
