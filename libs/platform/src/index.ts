export { Cleaning, type Rubbish, rowsOf } from './cleaning/cleaning.ts';
export { loadSettings } from './config/load-settings.ts';
export { describedSettings, type SettingDescription } from './config/setting.ts';
export { Settings } from './config/settings.ts';
export type { Corrected, Counter, Which } from './counters/counter.ts';
export { type Counted, type Difference, type Recounted, recount } from './counters/recount.ts';
export { createDataSource } from './database/data-source.ts';
export { Database, type Row, type Sql, type Statement, type Transaction } from './database/database.ts';
export {
  type EmbeddedPostgres,
  findRunningPostgres,
  startEmbeddedPostgres,
} from './database/embedded-postgres.ts';
export { beginning, containing } from './database/like.ts';
export { runMigrations } from './database/migrate.ts';
export { isPassing } from './database/passing.ts';
export { mustReach } from './database/reachable.ts';
export { Replica } from './database/replicas/replica.ts';
export { Replicas } from './database/replicas/replicas.ts';
export { wordsOf, wordsSought } from './database/sought.ts';
export { Consumers, type EventConsumer } from './events/consumers.ts';
export { EVENT_COLUMNS, type LoggedEvent, type NewEvent } from './events/event.ts';
export {
  EventLog,
  type Recorder,
  type RecordingTransaction,
  writeUnnumbered,
} from './events/event-log.ts';
export {
  type Audience,
  type EventPresenter,
  EventPresenters,
  type PresentedEvent,
} from './events/event-presenters.ts';
export { EventRetention } from './events/event-retention.ts';
export { EventTail } from './events/event-tail.ts';
export type { EventViews, ShownEvent } from './events/event-views.ts';
export { Pace } from './events/pace.ts';
export { Sequencer } from './events/sequencer.ts';
export * from './http/fields.ts';
export { FromReplica } from './http/from-replica.ts';
export { IdParam } from './http/id-param.ts';
export { expectedVersion, IfMatch, TakesIfMatch } from './http/if-match.ts';
export { LOG_POSITION, LogPositionInterceptor } from './http/log-position.interceptor.ts';
export { networkOf } from './http/network-of.ts';
export { decodeCursor, encodeCursor, PageQuery, pageOf } from './http/page.ts';
export { answerProblem, ProblemFilter, problemAnswered, problemOf } from './http/problem.filter.ts';
export { type FieldError, notFound, Problem, wrongField } from './http/problem.ts';
export { PROBLEMS, type ProblemCode } from './http/problem-types.ts';
export { consume, OwnLimits, RateLimitGuard } from './http/rate-limit.guard.ts';
export { asJson, ReadyPage } from './http/ready-page.ts';
export { ReplicaInterceptor } from './http/replica.interceptor.ts';
export { Answers, AnswersFile, AnswersPage, type Page, Shown } from './http/shown.ts';
export { validationPipe } from './http/validation.pipe.ts';
export { DatabaseMetrics } from './observe/database-metrics.ts';
export { Metrics, type Observer } from './observe/metrics.ts';
export { ForbiddenAddress, Outbound, type OutboundAnswer } from './outbound/outbound.ts';
export { PlatformModule } from './platform.module.ts';
export { Limits } from './redis/limits.ts';
export { Redis } from './redis/redis.ts';
export { Signals } from './redis/signals.ts';
export { StartupProblem } from './startup-problem.ts';
export { KRING_VERSION } from './version.ts';
