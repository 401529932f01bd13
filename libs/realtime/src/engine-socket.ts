import type { IncomingMessage } from 'node:http';
import type { Socket } from 'socket.io';

/** The transport under a socket, as far as we look into engine.io. */
export type EngineSocket = Socket['conn'] & { request: IncomingMessage };

interface Internals {
  transport: { socket?: { bufferedAmount: number; terminate(): void } };
  writeBuffer: Array<{ data?: unknown; options?: { wsPreEncodedFrame?: Buffer[] } }>;
}

/** Ends it now, without waiting for the other side, and frees what waits to be sent. */
export function cutOff(connection: EngineSocket): void {
  (connection as unknown as Internals).transport.socket?.terminate();
}

/** Bytes that were handed over and not taken by the other side yet. */
export function bytesWaiting(connection: EngineSocket): number {
  const { transport, writeBuffer } = connection as unknown as Internals;
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) if (typeof data === 'string') bytes += data.length;
  return bytes;
}
