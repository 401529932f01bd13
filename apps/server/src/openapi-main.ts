import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Settings } from '#platform';
import { AppModule } from './app.module.ts';
import { apiDocument } from './http/api-document.ts';
import { fastifyAdapter } from './http/fastify.ts';
import { createLogger } from './logging.ts';

/** Prints the OpenAPI document without a database: the build makes the web client's types from it. */
const settings = new Settings();
const adapter = fastifyAdapter(settings, createLogger({ LOG_LEVEL: 'error' }));
const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
  preview: true,
  logger: false,
});
process.stdout.write(JSON.stringify(apiDocument(app, settings), null, 2), () => process.exit(0));
