import type { FastifyInstance } from 'fastify';
import { type Metrics, problemAnswered } from '#platform';

/**
 * One line and one measurement a request: its id, the route (not the address, which may hold what somebody
 * searched for), status and time. No bodies, no names.
 */
export function requestLog(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unmatched';
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    metrics.answered(request.method, route, reply.statusCode, milliseconds, problemAnswered(reply));
    request.log.debug(
      { method: request.method, route, status: reply.statusCode, ms: milliseconds },
      'answered',
    );
  });
  fastify.addHook('onSend', async (request, reply) => {
    reply.header('X-Request-Id', request.id);
  });
}
