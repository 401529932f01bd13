import {
  type BeforeApplicationShutdown,
  Global,
  Injectable,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { Consumers } from './consumers.ts';
import { EventLog } from './event-log.ts';
import { EventPresenters } from './event-presenters.ts';
import { EventRetention } from './event-retention.ts';
import { EventTail } from './event-tail.ts';
import { Sequencer } from './sequencer.ts';
import { WakeCalls } from './wake-calls.ts';

/** Starts the parts in the order in which they need each other and stops them the other way round. */
@Injectable()
class EventLogLife implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly settings: Settings,
    private readonly wakeCalls: WakeCalls,
    private readonly sequencer: Sequencer,
    private readonly tail: EventTail,
    private readonly consumers: Consumers,
    private readonly retention: EventRetention,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.wakeCalls.start();
    await this.tail.start();
    this.sequencer.start();
    if (this.settings.KRING_ROLE === 'web') return;
    await this.consumers.start();
    this.retention.start();
  }

  /** Before, because the pool is closed at the shutdown itself. What is committed meanwhile waits in the outbox. */
  async beforeApplicationShutdown(): Promise<void> {
    this.retention.stop();
    await this.consumers.stop();
    await this.sequencer.stop();
    await this.tail.stop();
    await this.wakeCalls.stop();
  }
}

@Global()
@Module({
  providers: [
    WakeCalls,
    Sequencer,
    EventLog,
    EventTail,
    Consumers,
    EventRetention,
    EventPresenters,
    EventLogLife,
  ],
  exports: [WakeCalls, Sequencer, EventLog, EventTail, Consumers, EventRetention, EventPresenters],
})
export class EventLogModule {}
