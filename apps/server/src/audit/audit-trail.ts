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
 * their ids, and nothing of a body is in it. Other routes are left alone.
 */
export function auditTrail(fastify: FastifyInstance, logger: Logger): void {
  /** Whoever logs in is known only by the answer. */
  const loggedIn = new WeakMap<FastifyRequest, string>();

  fastify.addHook('onRoute', (route) => {
    const event = SECURITY_EVENTS[`${route.method} ${route.url}`];
    if (!event) return;
    route.preSerialization = async (request, _, answer) => {
      const id = (answer as { user?: { id?: string } } | null)?.user?.id;
      if (id) loggedIn.set(request, id);
      return answer;
    };
    route.onResponse = async (request, reply) => {
      const { viewer, params, ip } = request as Asked;
      const about = NAMED.filter((name) => params[name]).map((name) => [name, params[name]]);
      const { statusCode: status } = reply;
      logger.info(
        {
          context: 'Audit',
          event,
          result: status < 400 ? 'done' : status < 500 ? 'refused' : 'failed',
          by: loggedIn.get(request) ?? viewer?.userId ?? null,
          about: Object.fromEntries(about),
          from: ip,
          ...(status >= 400 && { problem: problemAnswered(reply) ?? String(status) }),
        },
        'security event',
      );
    };
  });
}
