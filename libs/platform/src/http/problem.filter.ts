import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isPassing } from '../database/passing.ts';
import { Problem } from './problem.ts';
import type { ProblemCode } from './problem-types.ts';

const BY_STATUS: Record<number, ProblemCode> = {
  400: 'malformed-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** Postgres says so when the text holds NUL, or an id is no id: the sender's mistake. */
const BAD_INPUT_STATES = new Set(['22021', '22P02', '22P05', '22003', '22007', '22008']);
/** A row that the request speaks of went away while it was being written. */
const GONE_STATE = '23503';
/** Took too long: the same again may not. */
const CANCELLED_STATE = '57014';

/** Turns whatever was thrown into problem details; never a stack trace, never a database's words. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(thrown);
    if (problem.status === 500) {
      const { method, routeOptions, id } = http.getRequest<FastifyRequest>();
      this.log.error(`${id} ${method} ${routeOptions?.url}: ${(thrown as Error)?.stack ?? thrown}`);
    }
    if (reply.sent) return;
    answerProblem(reply, problem);
  }
}

/** What replies answered, for the metrics. */
const answered = new WeakMap<FastifyReply, ProblemCode>();

export const problemAnswered = (reply: FastifyReply): ProblemCode | undefined => answered.get(reply);

export function answerProblem(reply: FastifyReply, problem: Problem): void {
  answered.set(reply, problem.code);
  const wait = problem.details.retryAfterSeconds ?? (problem.status === 503 ? 2 : undefined);
  if (wait !== undefined) reply.header('Retry-After', String(wait));
  reply
    .status(problem.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Cache-Control', 'private, no-store')
    .send(JSON.stringify(problem));
}

/** Exported for what answers outside Nest's pipeline. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof HttpException) return new Problem(BY_STATUS[thrown.getStatus()] ?? 'internal');
  const { statusCode, code } = (thrown ?? {}) as { statusCode?: number; code?: string };
  if (code && BAD_INPUT_STATES.has(code)) return new Problem('malformed-request');
  if (code === GONE_STATE) return new Problem('not-found');
  if (code === CANCELLED_STATE || isPassing(thrown)) return new Problem('unavailable');
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return new Problem(BY_STATUS[statusCode] ?? 'malformed-request');
  return new Problem('internal');
}
