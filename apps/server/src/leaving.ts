import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Whether this process is about to go: it serves whoever comes, and asks them to come elsewhere the next time. */
@Injectable()
export class Leaving {
  private begun = false;

  get isOn(): boolean {
    return this.begun;
  }

  begin(): void {
    this.begun = true;
  }
}

/** From then on no answer leaves a connection behind that its other end would take for the next request. */
export function closeConnectionsWhen(leaving: Leaving, fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (_, reply) => {
    if (leaving.isOn) reply.header('Connection', 'close');
  });
}
