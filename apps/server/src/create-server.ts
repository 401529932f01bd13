import { join } from 'node:path';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { Metrics, type Settings } from '#platform';
import { AppModule } from './app.module.ts';
import { apiDocument, serveApiDocument } from './http/api-document.ts';
import { fastifyAdapter } from './http/fastify.ts';
import { requestLog } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { knownPaths } from './http/unmatched-routes.ts';
import { webClient } from './http/web-client.ts';
import { nestLogger } from './logging.ts';

/** Puts the server together, ready to listen. The database must be migrated. */
export async function createServer(
  settings: Settings,
  logger: Logger,
  webFolder = join(import.meta.dirname, '../../../web'),
): Promise<NestFastifyApplication> {
  const adapter = fastifyAdapter(settings, logger);
  const fastify = adapter.getInstance();
  const known = knownPaths(fastify);
  await securityHeaders(fastify, settings);
  await fastify.register(cookie);
  await fastify.register(multipart, {
    limits: { files: 1, fields: 5, fileSize: 100 * 1024 * 1024, parts: 6 },
  });

  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  requestLog(fastify, app.get(Metrics));
  serveApiDocument(app, apiDocument(app, settings));
  await webClient(fastify, webFolder, known);
  return app;
}
