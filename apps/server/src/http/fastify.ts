import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { Settings } from '#platform';

const KB = 1024;

/** The HTTP server: bounded bodies, ids for requests, no log lines of its own. */
export function fastifyAdapter(settings: Settings, logger: Logger): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: logger as never,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => uuidv7(),
    requestIdHeader: false,
    multipart: { limits: { files: 1, fields: 5, parts: 6, fileSize: 100 * KB * KB } },
    // A post of 20,000 characters with every one of them escaped still fits.
    bodyLimit: 256 * KB,
    trustProxy: (_address, hop) => hop < settings.TRUSTED_PROXIES,
    forceCloseConnections: 'idle',
    // Who comes while it closes is served: the database stays to the end.
    return503OnClosing: false,
    connectionTimeout: 60_000,
    requestTimeout: 120_000,
    keepAliveTimeout: 30_000,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: false, caseSensitive: true },
  });
}
