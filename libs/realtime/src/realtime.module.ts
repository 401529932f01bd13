import { Module } from '@nestjs/common';
import { Commands } from './commands.ts';
import { Connections } from './connections.ts';
import { Delivery } from './delivery.ts';
import { Handshake } from './handshake.ts';
import { MissedEvents } from './missed-events.ts';
import { Presence } from './presence.ts';
import { PresenceElsewhere } from './presence-elsewhere.ts';
import { Presentation } from './presentation.ts';
import { RealtimeGateway } from './realtime.gateway.ts';
import { Resumption } from './resumption.ts';
import { SocketAccess } from './socket-access.ts';
import { SocketCare } from './socket-care.ts';
import { TopicReach } from './topic-reach.ts';
import { Typing } from './typing.ts';
import { Watching } from './watching.ts';

@Module({
  providers: [
    RealtimeGateway,
    Handshake,
    Connections,
    Commands,
    Resumption,
    MissedEvents,
    Watching,
    Typing,
    TopicReach,
    Presence,
    PresenceElsewhere,
    Presentation,
    Delivery,
    SocketAccess,
    SocketCare,
  ],
  exports: [Connections],
})
export class RealtimeModule {}
