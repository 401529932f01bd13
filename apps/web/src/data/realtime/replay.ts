import type { Query, QueryClient } from '@tanstack/react-query';
import type { LogEvent } from '../events';
import { applyEvent } from './apply-event';
import type { EventViewer } from './viewer';

/**
 * The race this closes: a GET is read by the server at position 41, event 42 reaches us by the socket and
 * is applied, then the answer of 41 arrives and would undo it. So we keep the newest events, and apply those
 * after the answer's position (header Kring-Seq) to it again. Patches are idempotent, so too many do no harm.
 */
const KEPT = 500;
const recent: LogEvent[] = [];
const seqOfAnswer = new Map<string, number>();
/** What an answer held already: a resumed connection may tell of it once more, out of its order. */
const heldSince = new Map<string, number>();

export const holdsAlready = (queryHash: string, seq: number): boolean =>
  seq > 0 && seq <= (heldSince.get(queryHash) ?? 0);

export function keepEvent(event: LogEvent): void {
  recent.push(event);
  if (recent.length > KEPT) recent.splice(0, recent.length - KEPT);
}

export function forgetEvents(): void {
  recent.length = 0;
  heldSince.clear();
}

/** The oldest position of all answers a running fetch got: refetching a paged list takes several. */
export function noteSeq(queryHash: string, seq: number | null): void {
  if (seq === null) return;
  const known = seqOfAnswer.get(queryHash);
  seqOfAnswer.set(queryHash, known === undefined ? seq : Math.min(known, seq));
}

export function eventsAfter(seq: number): LogEvent[] {
  return recent.filter((event) => event.seq > seq);
}

/** Watches the cache: each answer that arrives is brought up to the newest event applied. */
export function replayOnAnswers(client: QueryClient, viewer: EventViewer): () => void {
  return client.getQueryCache().subscribe(({ type, query, ...rest }) => {
    if (type === 'removed') heldSince.delete(query.queryHash);
    if (type !== 'updated' || !('action' in rest)) return;
    if (rest.action.type === 'fetch') seqOfAnswer.delete(query.queryHash);
    if (rest.action.type === 'success' && !rest.action.manual) replay(client, query, viewer);
  });
}

function replay(client: QueryClient, query: Query, viewer: EventViewer): void {
  const seq = seqOfAnswer.get(query.queryHash);
  seqOfAnswer.delete(query.queryHash);
  if (seq === undefined) return;
  heldSince.set(query.queryHash, seq);
  const events = eventsAfter(seq);
  if (events.length === 0) return;
  const before: unknown = query.state.data;
  const after = events.reduce((data, event) => applyEvent(query.queryKey, data, event, viewer), before);
  if (after !== before) client.setQueryData(query.queryKey, after, { updatedAt: query.state.dataUpdatedAt });
}
