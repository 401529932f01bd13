import type { QueryClient } from '@tanstack/react-query';
import type { LogEvent } from '../events';
import { applyEvent } from './apply-event';
import { holdsAlready } from './replay';
import type { EventViewer } from './viewer';

/** Applies one event to everything cached. Also used for the answers to one's own writes. */
export function applyToCache(client: QueryClient, event: LogEvent, viewer: EventViewer): void {
  for (const query of client.getQueryCache().getAll()) {
    if (holdsAlready(query.queryHash, event.seq)) continue;
    const before: unknown = query.state.data;
    const after = applyEvent(query.queryKey, before, event, viewer);
    if (after === before) continue;
    // Keep the age: an event freshens one fact, not the whole answer.
    client.setQueryData(query.queryKey, after, { updatedAt: query.state.dataUpdatedAt });
  }
}
