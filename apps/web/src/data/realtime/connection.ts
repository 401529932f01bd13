import type { Socket, io as SocketIo } from 'socket.io-client';
import type { LogEvent } from '../events';
import { noteSeen } from '../http';
import type { PresenceTold, TypingTold } from '../types';
import { backOff } from './back-off';

interface Handlers {
  onEvent(event: LogEvent): void;
  /** Our cursor is too old for the log: everything is to be read again. */
  onReload(): void;
  onStateChange(isOnline: boolean): void;
  onTyping(told: TypingTold): void;
  onPresence(told: PresenceTold): void;
  /** What is true only as long as one listens is not known any more. */
  onSilence(): void;
  /** Logged out elsewhere, or deactivated. */
  onSessionEnded(): void;
}

type Watched = { communityId: string } | { threadId: string };
/** With `reload`, what we missed is gone or too much: everything is to be read anew, and `cursor` goes on from here. */
type Resumed = { cursor: number; reload?: true } | { problem: unknown };

/** One socket for the whole app. Reconnects by itself, resumes where it stopped, and drops nothing twice. */
export class Connection {
  private socket: Socket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private isClosed = false;
  private isFetching = false;
  private readonly watched = new Map<string, { what: Watched; count: number }>();

  constructor(
    private cursor: number | null,
    private readonly handlers: Handlers,
  ) {}

  open(): void {
    window.addEventListener('online', this.tryNow);
    void this.connect();
  }

  /** The first time its code has to be fetched, which may fail as everything over a bad line may. */
  private async connect(): Promise<void> {
    if (this.socket) return void this.socket.connect();
    if (this.isFetching) return;
    this.isFetching = true;
    const code = await import('socket.io-client').catch(() => null);
    this.isFetching = false;
    if (this.isClosed) return;
    if (!code) return this.lost();
    this.socket = this.socketOf(code.io);
    this.socket.connect();
  }

  private socketOf(io: typeof SocketIo): Socket {
    const socket = io({
      path: '/socket.io',
      transports: ['websocket'],
      reconnection: false,
      autoConnect: false,
      timeout: 10_000,
    });
    socket.on('connect', () => void this.resume(socket));
    socket.on('event', (event: LogEvent) => this.receive(event));
    socket.on('typing', (told: TypingTold) => this.handlers.onTyping(told));
    socket.on('presence', (told: PresenceTold) => this.handlers.onPresence(told));
    socket.on('going-away', ({ reconnectAfterMs }: { reconnectAfterMs: number }) => {
      socket.disconnect();
      this.tryAgain(reconnectAfterMs);
    });
    socket.on('session-ended', () => {
      this.close();
      this.handlers.onSessionEnded();
    });
    socket.on('connect_error', () => this.lost());
    socket.on('disconnect', (reason) => {
      this.handlers.onSilence();
      if (reason !== 'io client disconnect') this.lost();
    });
    return socket;
  }

  /** Up to where in the log everything was applied. */
  get position(): number {
    return this.cursor ?? 0;
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    window.removeEventListener('online', this.tryNow);
    this.socket?.disconnect();
  }

  /** Events of something readable that I am no member of. Answers how to stop. */
  watch(what: Watched): () => void {
    const id = JSON.stringify(what);
    const entry = this.watched.get(id) ?? { what, count: 0 };
    entry.count += 1;
    this.watched.set(id, entry);
    if (entry.count === 1) this.socket?.connected && this.socket.emit('watch', what, () => {});
    return () => {
      entry.count -= 1;
      if (entry.count > 0) return;
      this.watched.delete(id);
      if (this.socket?.connected) this.socket.emit('unwatch', what, () => {});
    };
  }

  /** I am writing in a thread that I watch. Said to nobody when there is no connection. */
  type(threadId: string): void {
    if (this.socket?.connected) this.socket.volatile.emit('typing', { threadId });
  }

  private readonly tryNow = () => {
    if (this.socket?.connected) return;
    clearTimeout(this.timer);
    void this.connect();
  };

  private async resume(socket: Socket): Promise<void> {
    try {
      const watch = [...this.watched.values()].map(({ what }) => what);
      const cursor = this.cursor ?? undefined;
      const answer = (await socket.timeout(15_000).emitWithAck('resume', { cursor, watch })) as Resumed;
      if ('problem' in answer) throw new Error('refused');
      this.cursor = answer.reload ? answer.cursor : Math.max(this.cursor ?? 0, answer.cursor);
      if (answer.reload) this.handlers.onReload();
    } catch {
      socket.disconnect();
      this.lost();
      return;
    }
    this.failures = 0;
    this.handlers.onStateChange(true);
  }

  private receive(event: LogEvent): void {
    // Replays may overlap with live events; the log has one order, so a number tells.
    if (this.cursor !== null && event.seq <= this.cursor) return;
    this.cursor = event.seq;
    noteSeen(event.seq);
    this.handlers.onEvent(event);
  }

  private lost(): void {
    this.handlers.onStateChange(false);
    this.tryAgain(backOff(this.failures));
    this.failures += 1;
  }

  private tryAgain(afterMs: number): void {
    if (this.isClosed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), afterMs);
  }
}
