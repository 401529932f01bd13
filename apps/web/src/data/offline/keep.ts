import type { Query } from '@tanstack/react-query';
import { keys } from '../keys';
import { queryClient } from '../query-client';
import type { SessionView } from '../types';
import { isFollowed, isKept, partKept } from './kept-queries';
import { clearKept, type Kept, writeKept } from './store';

const WAIT_MS = 800;
/** The threads read last; of the rest nothing is kept, here or in memory. */
const MOST_THREADS = 40;

for (const name of ['thread', 'posts', 'community', 'my-communities', 'conversations'])
  queryClient.setQueryDefaults([name], { gcTime: Number.POSITIVE_INFINITY });

let keeping: { stop(): void; written(): Promise<void> } | null = null;

/** From log-in to log-out: what I read goes into the browser's own database, as it changes. Answers how to stop. */
export function keepOffline(session: SessionView, cursor: () => number): () => void {
  keeping?.stop();
  // What came before the first screen was drawn as well.
  const touched = new Set<Query>(queryClient.getQueryCache().getAll());
  const nameOf = (query: Query) => `${session.user.id} ${query.queryHash}`;
  let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(() => write(), WAIT_MS);
  let writing: Promise<void> = Promise.resolve();

  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    // Before it is known what I am in, nothing can be told to be mine; its arrival comes back here.
    const mine = queryClient.getQueryCache().find({ queryKey: keys.myCommunities, exact: true });
    if (touched.size === 0 || mine?.state.data === undefined) return;
    if (touched.has(mine)) for (const query of followedQueries()) touched.add(query);
    trimThreads();
    const changed = new Map<string, Kept>();
    const gone: string[] = [];
    // Taken before the data is: what is written is at least as new.
    const at = cursor();
    for (const query of touched) {
      const { data, dataUpdatedAt } = query.state;
      const isThere = queryClient.getQueryCache().get(query.queryHash) === query;
      if (isThere && data !== undefined && isKept(query.queryKey, data))
        changed.set(nameOf(query), {
          queryKey: query.queryKey,
          data: partKept(data),
          updatedAt: dataUpdatedAt,
        });
      else gone.push(nameOf(query));
    }
    touched.clear();
    writing = writing.then(() => writeKept(session, at, changed, gone)).catch(() => {});
  };
  const unsubscribe = queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' && type !== 'removed' && type !== 'added') return;
    touched.add(query);
    timer ??= setTimeout(write, WAIT_MS);
  });
  const leave = () => document.visibilityState === 'hidden' && write();
  document.addEventListener('visibilitychange', leave);
  window.addEventListener('pagehide', write);

  const stop = () => {
    clearTimeout(timer);
    unsubscribe();
    document.removeEventListener('visibilitychange', leave);
    window.removeEventListener('pagehide', write);
    if (keeping === current) keeping = null;
  };
  const current = { stop, written: () => writing };
  keeping = current;
  return stop;
}

/** Somebody else may be logged in by now: nothing more of mine is written. */
export async function stopKeeping(): Promise<void> {
  const last = keeping;
  last?.stop();
  await last?.written();
}

/** At the end of a session: nothing more is written, and nothing stays. */
export async function forgetOffline(): Promise<void> {
  await stopKeeping();
  await clearKept();
}

const followedQueries = (): Query[] =>
  queryClient.getQueryCache().findAll({ predicate: ({ queryKey }) => isFollowed(queryKey) });

function trimThreads(): void {
  const threads = queryClient.getQueryCache().findAll({ queryKey: ['thread'], type: 'inactive' });
  const oldest = threads
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .slice(MOST_THREADS);
  for (const query of oldest) {
    queryClient.removeQueries({ queryKey: ['posts', query.queryKey[1]], type: 'inactive' });
    queryClient.removeQueries({ queryKey: query.queryKey, exact: true });
  }
}
