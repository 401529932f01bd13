import type { FastifyInstance } from 'fastify';

/**
 * Remembers which paths exist, so that a known path with another method can answer 405 with `Allow`, and an
 * unknown one 404. Call before the routes are registered.
 */
export function knownPaths(fastify: FastifyInstance): { methodsOf(path: string): string[] } {
  const patterns = new Map<string, { matches: RegExp; methods: Set<string> }>();
  fastify.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    const pattern = patterns.get(url) ?? { matches: asExpression(url), methods: new Set() };
    for (const name of [method].flat()) pattern.methods.add(name);
    patterns.set(url, pattern);
  });
  return {
    methodsOf: (path) =>
      [...patterns.values()]
        .filter(({ matches }) => matches.test(path))
        .flatMap(({ methods }) => [...methods]),
  };
}

const asExpression = (url: string): RegExp =>
  new RegExp(`^${url.replace(/[.+?^$()[\]{}|\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);
