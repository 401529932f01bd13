import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Viewer } from '#access';
import { problemAnswered } from '#platform';
import { SECURITY_EVENTS } from './security-events.ts';

/** What a record may name of an address: ids. Tokens never. */
const NAMED = ['id', 'userId', 'sessionId'];

type Asked = FastifyRequest & { viewer?: Viewer; params: Record<string, string> };

/**
 * One record for each security event: who, what, about whom, from where, and what became of it. People are named by
 * their ids, and nothing of a body is in it.
 */
export function auditTrail(fastify: FastifyInstance, logger: Logger): void {
  const began = new WeakMap<FastifyRequest, string>();
  const eventOf = ({ method, routeOptions }: FastifyRequest) =>
    SECURITY_EVENTS[`${method} ${routeOptions.url}`];

  // Whoever logs in is known only by the answer.
  fastify.addHook('preSerialization', async (request, _, answer: { user?: { id?: string } } | null) => {
    if (eventOf(request) && answer?.user?.id) began.set(request, answer.user.id);
    return answer;
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const event = eventOf(request);
    if (!event) return;
    const { viewer, params, ip } = request as Asked;
    const about = NAMED.filter((name) => params[name]).map((name) => [name, params[name]]);
    const { statusCode: status } = reply;
    logger.info(
      {
        context: 'Audit',
        event,
        result: status < 400 ? 'done' : status < 500 ? 'refused' : 'failed',
        by: began.get(request) ?? viewer?.userId ?? null,
        about: Object.fromEntries(about),
        from: ip,
        ...(status >= 400 && { problem: problemAnswered(reply) ?? String(status) }),
      },
      'security event',
    );
  });
}
