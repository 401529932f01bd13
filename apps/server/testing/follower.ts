import { io, type Socket } from 'socket.io-client';
import type { Api } from './api.ts';

/** A little sooner than browsers do, which spread themselves over twenty seconds. */
const SOONER = 50;
const COME_BACK_AFTER_MS = 100;

export const socketAt = (origin: string, cookie: string, as = origin): Socket =>
  io(origin, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie, origin: as },
  });

/** Listens from a position on, and comes back from where it stood: told to, or cut off. */
export class Follower {
  /** The replies it was told of. */
  readonly told: Array<{ seq: number; id: string }> = [];
  /** Ways in which it lost its socket, other than being told. */
  readonly lost: string[] = [];
  private socket: Socket | null = null;
  private isOver = false;

  constructor(
    private readonly origin: string,
    private readonly api: Api,
    private cursor: number,
    /** Whose page it is, where that is not the address of the process. */
    private readonly as = origin,
  ) {
    this.connect();
  }

  leave(): void {
    this.isOver = true;
    this.socket?.disconnect();
  }

  private connect(): void {
    const socket = socketAt(this.origin, this.api.cookie(), this.as);
    this.socket = socket;
    socket.on('event', ({ seq, type, data }) => {
      this.cursor = seq;
      if (type === 'post.replied') this.told.push({ seq, id: data.post.id });
    });
    socket.on('connect', () =>
      socket.emit('resume', { cursor: this.cursor }, (answer: object) => {
        if ('problem' in answer) socket.disconnect();
      }),
    );
    socket.on('going-away', ({ reconnectAfterMs }) => {
      socket.removeAllListeners();
      socket.disconnect();
      this.comeBack(reconnectAfterMs / SOONER);
    });
    socket.on('connect_error', ({ message }) => this.lose(message));
    socket.on('disconnect', (reason) => this.lose(reason));
  }

  private lose(reason: string): void {
    if (this.isOver) return;
    this.lost.push(reason);
    this.comeBack(COME_BACK_AFTER_MS);
  }

  private comeBack(afterMs: number): void {
    setTimeout(() => this.isOver || this.connect(), afterMs);
  }
}
