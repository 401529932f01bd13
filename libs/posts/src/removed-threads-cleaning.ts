import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cleaning, rowsOf } from '#platform';

/** No client sends a request again after a month. */
@Injectable()
export class RemovedThreadsCleaning implements OnModuleInit {
  constructor(private readonly cleaning: Cleaning) {}

  onModuleInit(): void {
    this.cleaning.add(
      rowsOf('removed threads', 'removed_threads', 'id', `removed_at < now() - interval '30 days'`),
    );
  }
}
