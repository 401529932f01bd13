import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { answerProblem, Problem } from '#platform';
import { knownPaths } from './unmatched-routes.ts';

/** Files under assets/ carry a hash in their name; everything else is asked for anew. */
const FOREVER = 'public, max-age=31536000, immutable';

/**
 * Serves the built web client, and its start page for every address that is a view of it. Addresses of the
 * API never get the start page.
 */
export async function webClient(
  fastify: FastifyInstance,
  folder: string,
  known: ReturnType<typeof knownPaths>,
): Promise<void> {
  const built = existsSync(join(folder, 'index.html'));
  if (built)
    await fastify.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('Cache-Control', path.includes('/assets/') ? FOREVER : 'no-cache');
      },
    });
  const startPage = (reply: FastifyReply) => reply.header('Cache-Control', 'no-cache').sendFile('index.html');
  if (built) fastify.get('/', (_request, reply) => startPage(reply));

  fastify.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    const methods = known.methodsOf(path);
    if (methods.length > 0) {
      reply.header('Allow', methods.join(', '));
      return answerProblem(reply, new Problem('method-not-allowed'));
    }
    const isView = built && request.method === 'GET' && !/^\/+(api|socket\.io|assets)\b/i.test(path);
    return isView ? startPage(reply) : answerProblem(reply, new Problem('not-found'));
  });
}
