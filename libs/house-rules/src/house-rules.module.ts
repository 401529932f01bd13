import { Global, Module } from '@nestjs/common';
import { HouseRulesGate } from '#access';
import { AcceptRules } from './accept-rules.service.ts';
import { AcceptedRules } from './accepted-rules.ts';
import { HouseRulesController } from './house-rules.controller.ts';
import { HouseRulesReader } from './house-rules.reader.ts';
import { HouseRulesEventsPresenter } from './house-rules-events.presenter.ts';
import { PublishRules } from './publish-rules.service.ts';

/** Global, because the guard asks it before every route that changes something. */
@Global()
@Module({
  controllers: [HouseRulesController],
  providers: [
    HouseRulesReader,
    PublishRules,
    AcceptRules,
    AcceptedRules,
    { provide: HouseRulesGate, useExisting: AcceptedRules },
    HouseRulesEventsPresenter,
  ],
  exports: [HouseRulesGate],
})
export class HouseRulesModule {}
