import type { FastifyInstance } from 'fastify';

export interface KnownPaths {
  /** The methods that routes of this very path take; empty when there is none. */
  methodsOf(path: string): string[];
}

/** Remembers the routes that are registered from now on, so that 405 can be told from 404. */
export function knownPaths(fastify: FastifyInstance): KnownPaths {
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
