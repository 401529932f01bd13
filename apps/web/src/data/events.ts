import type { components } from './api';

/** One entry of the event log, as the socket brings it. Generated from the views that the server presents. */
export type LogEvent = components['schemas']['Event'];
