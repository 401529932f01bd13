import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Controller, Get, Headers, Ip, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Database, Metrics, notFound, Problem, Settings } from '#platform';
import { Leaving } from './leaving.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** What machines ask: is it alive, does it take work, how is it. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly settings: Settings,
    private readonly leaving: Leaving,
  ) {}

  @Get('healthz')
  alive() {
    return { status: 'ok' };
  }

  /** Ready means that the database answers and the process stays. */
  @Get('readyz')
  async ready() {
    if (this.leaving.isOn) throw new Problem('unavailable', { detail: 'This process is about to go.' });
    await this.database
      .onReserve(() => this.database.query('SELECT 1'))
      .catch(() => {
        throw new Problem('unavailable', { detail: 'The database does not answer.' });
      });
    return { status: 'ready' };
  }

  /** For this machine, or with METRICS_TOKEN; to anybody else it does not exist. */
  @Get('metrics')
  async show(@Ip() address: string, @Headers() headers: IncomingHttpHeaders, @Res() reply: FastifyReply) {
    const fromHere = LOOPBACK.has(address) && !headers['x-forwarded-for'] && !headers.forwarded;
    if (!fromHere && !this.knowsToken(headers.authorization)) throw notFound();
    return reply.type(this.metrics.contentType).send(await this.metrics.scrape());
  }

  private knowsToken(authorization = ''): boolean {
    const expected = Buffer.from(`Bearer ${this.settings.METRICS_TOKEN}`);
    const given = Buffer.from(authorization);
    return (
      Boolean(this.settings.METRICS_TOKEN) &&
      given.length === expected.length &&
      timingSafeEqual(given, expected)
    );
  }
}
