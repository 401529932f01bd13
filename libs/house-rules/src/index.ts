export { HOUSE_RULES_EVENTS } from './dto/house-rules.view.ts';
export { HouseRulesModule } from './house-rules.module.ts';
