import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { EventTail } from '../events/event-tail.ts';

/** Header that says: this answer holds everything up to that number of the log, and perhaps more. */
export const LOG_POSITION = 'Kring-Seq';

/**
 * Puts the position on every answer to a reader, taken before anything is read: a client applies the events
 * after it to what it got, and has missed nothing.
 */
@Injectable()
export class LogPositionInterceptor implements NestInterceptor {
  constructor(private readonly tail: EventTail) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() === 'http') {
      const http = context.switchToHttp();
      const request = http.getRequest<FastifyRequest & { viewer?: object }>();
      const reply = http.getResponse<FastifyReply>();
      reply.header('Cache-Control', 'private, no-store');
      if (request.method === 'GET' && request.viewer) reply.header(LOG_POSITION, String(this.tail.position));
    }
    return next.handle();
  }
}
