import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Socket } from 'socket.io';
import { presentedToken, Sessions, type Viewer } from '#access';
import { Limits, Problem, type ProblemCode, Settings } from '#platform';
import { addressOf } from './address.ts';
import { Connections } from './connections.ts';
import { cutOff, type EngineSocket } from './engine-socket.ts';
import { MOST_REFUSALS_A_MINUTE, MOST_SOCKETS_A_USER, MOST_STRANGERS_AN_ADDRESS } from './limits.ts';
import { PacketRate } from './packet-rate.ts';

const TOKEN = /^[\w-]{20,200}$/;
/** Leaves time for the refusal to arrive. */
const CLOSE_REFUSED_MS = 200;

/**
 * Who may open a socket. The HTTP request is judged before anything else happens: by its origin, then by the
 * cookie or Bearer token it carries. A client that cannot send either says `auth: {token}` in its first packet,
 * and is nobody until then.
 */
@Injectable()
export class Handshake {
  /** Every transport that is open, of strangers too. */
  readonly connections = new Set<EngineSocket>();
  private readonly viewers = new WeakMap<IncomingMessage, Viewer>();
  private readonly strangers = new Map<string, number>();
  private readonly refusals: RateLimiterAbstract;
  private closing = false;

  constructor(
    private readonly sessions: Sessions,
    private readonly settings: Settings,
    private readonly people: Connections,
    limits: Limits,
  ) {
    this.refusals = limits.of({ name: 'refused-sockets', points: MOST_REFUSALS_A_MINUTE, duration: 60 });
  }

  /** Lets nobody in any more: this process is going away. */
  close(): void {
    this.closing = true;
  }

  /** Null, or why not. */
  async allow(request: IncomingMessage): Promise<ProblemCode | null> {
    if (this.closing) return 'unavailable';
    const presented = presentedToken(request.headers, this.settings.secure);
    const { origin } = request.headers;
    const foreign =
      origin === undefined ? presented?.by === 'cookie' : !this.settings.allowedOrigins.includes(origin);
    if (foreign) return 'origin-refused';
    const address = this.addressOf(request);
    if (!presented) return this.strangersAt(address) < MOST_STRANGERS_AN_ADDRESS ? null : 'too-many-requests';
    const viewer = await this.viewerOf(presented.token, address);
    if (viewer instanceof Problem) return viewer.code;
    this.viewers.set(request, viewer);
    return null;
  }

  /** The transport is open. From here on it has to be brief, and to say who it is. */
  begin(connection: EngineSocket): void {
    this.connections.add(connection);
    connection.on('close', () => this.connections.delete(connection));
    const rate = new PacketRate();
    connection.on('packet', () => {
      if (!rate.take()) cutOff(connection);
    });
    if (this.viewers.has(connection.request)) return;
    const address = this.addressOf(connection.request);
    this.strangers.set(address, this.strangersAt(address) + 1);
    connection.on('close', () => this.noStranger(connection.request));
  }

  /** The first packet. After this the socket has a viewer. */
  async admit(socket: Socket, next: (error?: Error) => void): Promise<void> {
    try {
      const viewer = await this.viewerFor(socket);
      if (this.people.of(viewer.userId).size >= MOST_SOCKETS_A_USER)
        throw new Problem('too-many-requests', { detail: 'Too many connections of one person.' });
      this.noStranger(socket.request);
      this.viewers.set(socket.request, viewer);
      socket.data.viewer = viewer;
      next();
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem('unavailable');
      next(Object.assign(new Error(problem.code), { data: problem.toJSON() }));
      setTimeout(() => socket.conn.close(), CLOSE_REFUSED_MS).unref();
    }
  }

  private async viewerFor(socket: Socket): Promise<Viewer> {
    const known = this.viewers.get(socket.request);
    if (known) return known;
    const token: unknown = socket.handshake.auth.token;
    if (typeof token !== 'string' || !TOKEN.test(token)) throw new Problem('unauthenticated');
    const viewer = await this.viewerOf(token, this.addressOf(socket.request));
    if (viewer instanceof Problem) throw viewer;
    return viewer;
  }

  /**
   * Guessing is slow: after so many wrong tokens an address is not looked at for a minute, but for those whom this
   * process knows: one address may be a whole company.
   */
  private async viewerOf(token: string, address: string): Promise<Viewer | Problem> {
    const refused = await this.refusals.get(address);
    if (refused && refused.remainingPoints <= 0 && !this.sessions.hasMet(token))
      return new Problem('too-many-requests');
    const viewer = await this.sessions.viewerOf(token);
    if (viewer) return viewer;
    await this.refusals.consume(address).catch(() => undefined);
    return new Problem('unauthenticated');
  }

  private addressOf(request: IncomingMessage): string {
    return addressOf(request, this.settings.TRUSTED_PROXIES);
  }

  private strangersAt(address: string): number {
    return this.strangers.get(address) ?? 0;
  }

  private noStranger(request: IncomingMessage): void {
    if (this.viewers.has(request)) return;
    const address = this.addressOf(request);
    const left = this.strangersAt(address) - 1;
    if (left > 0) this.strangers.set(address, left);
    else this.strangers.delete(address);
  }
}
