import { Module } from '@nestjs/common';
import { NightlyRecount } from './nightly-recount.ts';
import { QuickChecks } from './quick-checks.ts';

/** What keeps an installation sound while it runs. */
@Module({ providers: [NightlyRecount, QuickChecks], exports: [QuickChecks] })
export class UpkeepModule {}
