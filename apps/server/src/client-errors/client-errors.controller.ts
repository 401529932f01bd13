import { Body, Controller, Ip, Logger, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { Answers, consume, Limits } from '#platform';
import { ClientErrorRequest } from './client-error.dto.ts';

/** Anybody may write here, so there is little room: a failing screen is worth a line, not a full disk. */
const A_MINUTE = { fromOnePlace: 5, fromAll: 60 };

/** A view that throws reaches the server's log. */
@ApiTags('system')
@Controller('api/v1/client-errors')
export class ClientErrorsController {
  private readonly log = new Logger('Client');
  private readonly fromOnePlace: RateLimiterAbstract;
  private readonly fromAll: RateLimiterAbstract;

  constructor(limits: Limits) {
    const minute = (name: string, points: number) => limits.of({ name, points, duration: 60 });
    this.fromOnePlace = minute('client-errors-from-one-place', A_MINUTE.fromOnePlace);
    this.fromAll = minute('client-errors', A_MINUTE.fromAll);
  }

  @Post()
  @Answers(undefined, { about: 'Logged. Needs no log-in: log-in and set-up are views too.' })
  async note(@Ip() address: string, @Body() { name, screen, frames }: ClientErrorRequest): Promise<void> {
    await consume(this.fromOnePlace, address);
    await consume(this.fromAll, 'all');
    const places = frames.map(({ file, line, column }) => `${file}:${line}:${column}`);
    this.log.warn(`${name} on ${screen} at ${places.join(' < ') || 'an unknown place'}`);
  }
}
