import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import type { Settings } from '#platform';

/** Structured lines on standard output. What could identify a person's content is never passed to it. */
export function createLogger(settings: Pick<Settings, 'LOG_LEVEL'>): Logger {
  return pino({ level: settings.LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Lets Nest's own messages go the same way; its start-up chatter only when debugging. */
export function nestLogger(logger: Logger): LoggerService {
  const line =
    (level: 'debug' | 'warn' | 'error' | 'fatal') =>
    (message: unknown, ...rest: unknown[]) =>
      logger[level]({ context: rest.at(-1) }, String(message));
  return {
    log: line('debug'),
    debug: line('debug'),
    verbose: line('debug'),
    warn: line('warn'),
    error: line('error'),
    fatal: line('fatal'),
  };
}
