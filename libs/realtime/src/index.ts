export { Commands } from './commands.ts';
export { Connections } from './connections.ts';
export { PresenceTold, TypingTold } from './dto/signals.view.ts';
export { RealtimeModule } from './realtime.module.ts';
export { SocketAdapter } from './socket-adapter.ts';
