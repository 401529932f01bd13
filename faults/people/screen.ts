import { io, type Socket } from 'socket.io-client';
import { KnownState, type Told } from '#realtime-testing';
import type { Colleague } from './colleague.ts';

const RESUMED_WITHIN_MS = 5_000;
const BACK_AFTER_MS = 400;

/**
 * What somebody has on the screen: loaded once, then kept by a socket that comes back whenever it is cut, from where
 * it stood. It counts what it was told, and what must never be.
 */
export class Screen {
  /** How often it was told of the beginning of each post, since it last loaded everything. */
  readonly toldOf = new Map<string, number>();
  /** Posts that a notification spoke of. */
  readonly notifiedOf = new Set<string>();
  /** When it was last told anything of a community. */
  readonly toldAt = new Map<string, number>();
  /** Events that came twice, or out of their order. */
  readonly wrong: string[] = [];
  reloads = 0;
  private readonly person: Colleague;
  private readonly places: readonly string[];
  private readonly url: string;
  private readonly origin: string;
  private state: KnownState;
  private cursor = 0;
  private socket: Socket | undefined;
  private work: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private readonly awaited: Array<() => void> = [];
  private isClosed = false;

  /** @param url where its socket goes; the origin, unless one process is meant */
  constructor(person: Colleague, places: readonly string[], origin: string, url = origin) {
    this.person = person;
    this.places = places;
    this.origin = origin;
    this.url = url;
    this.state = new KnownState(person, places);
  }

  async open(): Promise<this> {
    this.cursor = await this.state.load();
    const live = this.nextLive();
    this.connect();
    await live;
    return this;
  }

  /** By post, how often it stands there. */
  get shown(): Map<string, number> {
    const shown = new Map<string, number>();
    for (const { posts } of (
      this.state.state as { threads: Array<{ posts: Array<[number, { id: string }]> }> }
    ).threads)
      for (const [, { id }] of posts) shown.set(id, (shown.get(id) ?? 0) + 1);
    return shown;
  }

  /** What it shows, and what it would show if it were loaded now. */
  async both(): Promise<{ shown: object; fresh: object }> {
    const fresh = new KnownState(this.person, this.places);
    await fresh.load();
    await this.work;
    return { shown: this.state.state, fresh: fresh.state };
  }

  /** As when a train enters a tunnel. */
  drop(): void {
    this.socket?.io.engine?.close();
  }

  /** Asks once more for all there is, on a new connection: what is under way on this one must not come twice. */
  async comesBack(): Promise<number> {
    const live = this.nextLive();
    if (this.socket?.connected) this.drop();
    await live;
    await this.work;
    return this.cursor;
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.socket?.disconnect();
  }

  private nextLive(): Promise<void> {
    return new Promise((live) => this.awaited.push(live));
  }

  private connect(): void {
    if (this.isClosed) return;
    const socket = io(this.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      timeout: RESUMED_WITHIN_MS,
      extraHeaders: this.person.headersFor(this.origin),
    });
    this.socket = socket;
    const again = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.connect(), BACK_AFTER_MS * (0.5 + Math.random()));
    };
    socket.on('event', (event: Told) => this.hear(event));
    socket.on('connect_error', again);
    socket.on('disconnect', again);
    socket.on('connect', () => {
      this.resume(socket).then(
        () => {
          for (const live of this.awaited.splice(0)) live();
        },
        () => socket.disconnect(),
      );
    });
  }

  private async resume(socket: Socket): Promise<void> {
    const watch = this.places.map((communityId) => ({ communityId }));
    const answer = await socket
      .timeout(RESUMED_WITHIN_MS)
      .emitWithAck('resume', { cursor: this.cursor, watch });
    if (answer.problem) throw new Error(answer.problem.type);
    this.cursor = Math.max(this.cursor, answer.cursor);
    if (answer.reload) this.reload();
  }

  private reload(): void {
    this.reloads++;
    this.toldOf.clear();
    const state = new KnownState(this.person, this.places);
    this.state = state;
    this.work = this.work.then(async () => void (await state.load()));
  }

  private hear(event: Told): void {
    const { seq, type, communityId, data } = event;
    if (seq <= this.cursor) this.wrong.push(`${type} ${seq} after ${this.cursor}`);
    this.cursor = Math.max(this.cursor, seq);
    if (communityId) this.toldAt.set(communityId, Date.now());
    const begun = type === 'thread.started' ? data.thread.post : type === 'post.replied' ? data.post : null;
    if (begun) this.toldOf.set(begun.id, (this.toldOf.get(begun.id) ?? 0) + 1);
    if (type === 'notification.created') this.notifiedOf.add(data.notification?.postId);
    const { state } = this;
    this.work = this.work.then(() => state.apply(event));
  }
}
