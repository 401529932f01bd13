import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, Observable } from 'rxjs';
import { Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { Replicas } from '../database/replicas/replicas.ts';
import { EventTail } from '../events/event-tail.ts';
import { FROM_REPLICA } from './from-replica.ts';
import { LOG_POSITION } from './log-position.interceptor.ts';
import { WRITTEN_HEADER, writtenBy, writtenCookie } from './written-cookie.ts';

/** When the position is not known: the primary has to be asked for a while. */
const BEYOND_ANY = 10 ** 15 - 1;
const READS = new Set(['GET', 'HEAD']);

/**
 * Has lists read from a replica, for whoever finds there what they wrote and what they have seen; and tells whoever
 * writes up to where. Does nothing where there is no replica.
 */
@Injectable()
export class ReplicaInterceptor implements NestInterceptor {
  constructor(
    private readonly replicas: Replicas,
    private readonly database: Database,
    private readonly tail: EventTail,
    private readonly reflector: Reflector,
    private readonly settings: Settings,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.replicas.exist || context.getType() !== 'http') return next.handle();
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    if (!READS.has(request.method))
      return next.handle().pipe(mergeMap((answer) => this.tellWritten(reply).then(() => answer)));
    const mayLag = this.reflector.getAllAndOverride<boolean>(FROM_REPLICA, [
      context.getHandler(),
      context.getClass(),
    ]);
    return mayLag ? this.read(request, reply, next) : next.handle();
  }

  private read(request: FastifyRequest, reply: FastifyReply, next: CallHandler): Observable<unknown> {
    const wal = writtenBy(request);
    const chosen = wal === null ? null : this.replicas.readsFor({ wal, seq: this.seenBy(request) });
    if (!chosen) return next.handle();
    // Of the replica, and asked before anything is read: what came after it, the reader applies again.
    reply.header(LOG_POSITION, String(chosen.seq));
    return new Observable((subscriber) =>
      this.database.onReplica(chosen.reads, () => next.handle().subscribe(subscriber)),
    );
  }

  /** Who does not say has seen at most what this process told, but for a moment. */
  private seenBy({ headers }: FastifyRequest): number {
    const said = headers[LOG_POSITION.toLowerCase()];
    return typeof said === 'string' && /^\d{1,15}$/.test(said) ? Number(said) : this.tail.position;
  }

  private async tellWritten(reply: FastifyReply): Promise<void> {
    const wal = await this.replicas.written().catch(() => BEYOND_ANY);
    if (reply.sent) return;
    reply.header(WRITTEN_HEADER, String(wal)).header('Set-Cookie', writtenCookie(wal, this.settings.secure));
  }
}
