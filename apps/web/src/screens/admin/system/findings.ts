import type { MessageId } from '~/i18n/languages';

/** Codes of findings that have words of their own. */
const WORDS = {
  'storage.disk-low': 'system.finding-disk',
  'log.stopped': 'system.finding-log',
  'log.consumer-late': 'system.finding-consumers',
  'database.long-transaction': 'system.finding-transaction',
  'database.notification-queue': 'system.finding-queue',
  'database.connections': 'system.finding-connections',
  'clock.skew': 'system.finding-clock',
  'clock.went-back': 'system.finding-clock',
  'backup.none': 'system.finding-no-backup',
  'backup.old': 'system.finding-backup',
  'redis.away': 'system.finding-redis',
  'replicas.away': 'system.finding-replica',
  'replicas.behind': 'system.finding-replica',
  'replicas.other': 'system.finding-replica',
} as const satisfies Record<string, MessageId>;

/** What is rare is told by its code, which `kring doctor` explains. */
export const wordsFor = (code: string): MessageId =>
  WORDS[code as keyof typeof WORDS] ?? 'system.finding-other';
