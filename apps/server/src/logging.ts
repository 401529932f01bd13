import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { Counter } from 'prom-client';
import type { Settings } from '#platform';

/** Structured lines on standard output. What could identify a person's content is never passed to it. */
export function createLogger(settings: Pick<Settings, 'LOG_LEVEL'>): Logger {
  return pino({ level: settings.LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}

/** What went wrong beside the requests: the metric that alarms when a part of Kring complains. */
export const complaints = () =>
  new Counter({
    name: 'kring_complaints_total',
    help: 'Warnings and errors in the log, by the part that wrote them',
    labelNames: ['level', 'part'],
    registers: [],
  });

const NAME_OF_A_PART = /^[A-Z]\w{1,40}$/;

/** Lets Nest's own messages go the same way; its start-up chatter only when debugging. */
export function nestLogger(logger: Logger, counted: Counter): LoggerService {
  const line =
    (level: 'debug' | 'warn' | 'error' | 'fatal') =>
    (message: unknown, ...rest: unknown[]) => {
      const context = rest.at(-1);
      logger[level]({ context }, String(message));
      const part = typeof context === 'string' && NAME_OF_A_PART.test(context) ? context : 'other';
      if (level !== 'debug') counted.inc({ level, part });
    };
  return {
    log: line('debug'),
    debug: line('debug'),
    verbose: line('debug'),
    warn: line('warn'),
    error: line('error'),
    fatal: line('fatal'),
  };
}
