import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { PROBLEMS, type Settings } from '#platform';
import { eventSchema, SIGNALS, TOLD_EVENTS } from './event-document.ts';

/** The OpenAPI document of every route, and of what sockets tell. */
export function apiDocument(app: NestFastifyApplication, settings: Settings): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Kring')
    .setDescription(
      'Log in with `POST /api/v1/session`; the answer sets the session cookie. A request that changes something ' +
        `and carries the cookie must also send \`Origin: ${settings.origin}\`. Lists answer \`{items, next}\`; hand ` +
        '`next` back as `cursor`. Errors are RFC 9457 problem details. With read replicas an answer to a write ' +
        'carries `Kring-Written`; a program that sends it back finds what it wrote without asking the primary.',
    )
    .setVersion('1')
    .addServer(settings.origin)
    .addCookieAuth(settings.secure ? '__Host-kring' : 'kring')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [...new Set([...Object.values(TOLD_EVENTS), ...SIGNALS])] as never,
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  document.components ??= {};
  document.components.schemas = {
    ...document.components.schemas,
    Problem: problemSchema,
    Event: eventSchema,
  };
  return document;
}

/** `/api/openapi.json` for programs, `/api/docs` for people. */
export function serveApiDocument(app: NestFastifyApplication, document: OpenAPIObject): void {
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Kring API',
  });
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  additionalProperties: false,
  properties: {
    type: { type: 'string', enum: Object.keys(PROBLEMS).map((code) => `urn:kring:problem:${code}`) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        additionalProperties: false,
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
          min: { type: 'number', description: 'What it may be at least, or how long.' },
          max: { type: 'number', description: 'What it may be at most, or how long.' },
          allowed: { type: 'array', items: {}, description: 'What it may be.' },
        },
      },
    },
    current: { description: 'With `stale-version`: what it is now.' },
    reason: {
      type: 'string',
      enum: ['expired', 'ended', 'deactivated'],
      description: 'With `unauthenticated`: why the session is over.',
    },
  },
};
