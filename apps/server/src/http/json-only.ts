import type { FastifyInstance } from 'fastify';
import { Problem } from '#platform';
import { bounded } from './bounded-json.ts';

/** The only one that takes a form. */
const UPLOAD = '/api/v1/files';

/**
 * Bodies are JSON; forms and plain text, which other sites may send, are refused with 415. An empty body is no
 * body, whatever its type says. `__proto__` and `constructor` as keys are refused, and so is what is larger inside
 * than any request.
 */
export function jsonOnly(fastify: FastifyInstance): void {
  // The parser of forms is there for every route, and leaves them without a body. What reads has none anyway.
  fastify.addHook('preParsing', async ({ method, headers, routeOptions }, _, payload) => {
    const isForm =
      method !== 'GET' && method !== 'HEAD' && /^\s*multipart\//i.test(headers['content-type'] ?? '');
    if (isForm && routeOptions.url !== undefined && routeOptions.url !== UPLOAD)
      throw new Problem('unsupported-media-type');
    return payload;
  });
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else
      parse(request, body as string, (error, parsed) => {
        if (error) return done(error);
        try {
          done(null, bounded(parsed));
        } catch (refusal) {
          done(refusal as Error);
        }
      });
  });
}
