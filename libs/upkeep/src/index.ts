export type { Examined } from './check.ts';
export { COUNTERS } from './counters.ts';
export { CHECK_NAMES, type Examination, examine, worst } from './doctor.ts';
export type { Finding, Level } from './finding.ts';
export { QuickChecks } from './quick-checks.ts';
export { UpkeepModule } from './upkeep.module.ts';
