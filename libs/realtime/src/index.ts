export { Commands } from './commands.ts';
export { Connections } from './connections.ts';
export { RealtimeModule } from './realtime.module.ts';
export { SocketAdapter } from './socket-adapter.ts';
