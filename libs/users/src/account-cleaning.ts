import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cleaning, rowsOf } from '#platform';

/** Sessions that are over, and invitations that were used, withdrawn or expired a month ago. */
@Injectable()
export class AccountCleaning implements OnModuleInit {
  constructor(private readonly cleaning: Cleaning) {}

  onModuleInit(): void {
    this.cleaning.add(
      rowsOf('sessions', 'sessions', 'id', 'expires_at < now()'),
      rowsOf(
        'invitations',
        'invitations',
        'id',
        `least(accepted_at, revoked_at, expires_at) < now() - interval '30 days'`,
      ),
    );
  }
}
