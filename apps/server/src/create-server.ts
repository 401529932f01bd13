import { join } from 'node:path';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { asJson, Metrics, type Settings } from '#platform';
import { SocketAdapter } from '#realtime';
import { AppModule } from './app.module.ts';
import { auditTrail } from './audit/audit-trail.ts';
import { apiDocument, serveApiDocument } from './http/api-document.ts';
import { fastifyAdapter } from './http/fastify.ts';
import { healthOnly } from './http/health-only.ts';
import { jsonOnly } from './http/json-only.ts';
import { knownPaths } from './http/known-paths.ts';
import { warnOfUnknownProxy } from './http/proxy-warning.ts';
import { requestLog } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { UnmatchedRouteFilter } from './http/unmatched-route.filter.ts';
import { webClient } from './http/web-client.ts';
import { closeConnectionsWhen, Leaving } from './leaving.ts';
import { complaints, nestLogger } from './logging.ts';

/** Puts the server together, ready to listen. The database must be migrated. */
export async function createServer(
  settings: Settings,
  logger: Logger,
  webFolder = join(import.meta.dirname, '../../../web'),
): Promise<NestFastifyApplication> {
  const adapter = fastifyAdapter(settings, logger);
  const fastify = adapter.getInstance();
  const known = knownPaths(fastify);
  // Not awaited: that would start Fastify before Nest has said what to do with unknown addresses.
  securityHeaders(fastify, settings);
  fastify.register(cookie);
  fastify.setReplySerializer(asJson);
  jsonOnly(fastify);
  if (settings.KRING_ROLE === 'worker') healthOnly(fastify);
  warnOfUnknownProxy(fastify, settings);

  const counted = complaints();
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    logger: nestLogger(logger, counted),
    abortOnError: false,
    bodyParser: false,
  });
  app.useWebSocketAdapter(new SocketAdapter(app));
  closeConnectionsWhen(app.get(Leaving), fastify);
  const metrics = app.get(Metrics);
  metrics.adopt(counted);
  requestLog(fastify, metrics);
  auditTrail(fastify, logger);
  serveApiDocument(app, apiDocument(app, settings));
  app.useGlobalFilters(new UnmatchedRouteFilter(known, webClient(fastify, webFolder), settings.secure));
  return app;
}
