import { drafts } from '../drafts/use-draft';
import { post } from '../http';
import { localStore } from '../local-storage';
import { asProblem, type Problem } from '../problem';
import { queryClient } from '../query-client';
import { applyToCache } from '../realtime/apply-to-cache';
import { backOff } from '../realtime/back-off';
import { viewerOf } from '../realtime/viewer-of';
import type { PostView, StartThread, ThreadView, WriteReply } from '../types';
import { detach, stored } from '../uploads/uploads';
import { Outbox, type Unsent } from './outbox';

export const outbox = new Outbox(localStore);

const underWay = new Set<string>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Sends, and keeps trying while trying may help. The text stays in the outbox until the server has it. */
export function send(unsent: Unsent): void {
  outbox.put({ ...unsent, state: 'sending', problem: null });
  void attempt(unsent.id, 0);
}

export function retry(id: string): void {
  const unsent = outbox.find(id);
  if (unsent) send(unsent);
}

/** It is not to be sent any more, and what the server keeps of it goes. */
export function discard(id: string): void {
  const { userId, draft } = outbox.find(id) ?? {};
  if (userId && draft && drafts.read(userId, draft.place).sentAs === id) drafts.clear(userId, draft.place);
  forget(id);
}

function forget(id: string): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  outbox.remove(id);
}

/** What may pass by itself. */
const PASSING: ReadonlySet<string> = new Set(['offline', 'unavailable', 'internal', 'too-many-requests']);

/**
 * After a reload, a killed tab, or when the server answers again: what was on its way or failed for a passing reason
 * goes now, with the same ids, also what another tab of mine left.
 */
export function resend(userId: string): void {
  outbox.refresh();
  for (const { id, userId: owner, state, problem } of outbox.all()) {
    if (owner !== userId || (state === 'failed' && !PASSING.has(problem?.code ?? ''))) continue;
    clearTimeout(timers.get(id));
    timers.delete(id);
    void attempt(id, 0);
  }
}

/** The server has it, as its answer or its event said, whichever came first. */
export function noteStored(...ids: string[]): void {
  for (const id of ids) {
    const unsent = outbox.find(id);
    for (const { key } of unsent?.files ?? []) detach(key);
    if (unsent?.draft) drafts.settle(unsent.userId, unsent.draft.place, id, unsent.draft.version);
    forget(id);
  }
}

async function attempt(id: string, failures: number): Promise<void> {
  const waiting = outbox.find(id);
  if (!waiting || underWay.has(id)) return;
  underWay.add(id);
  const unsent = withNewestDraft(waiting);
  try {
    await alone(id, () => deliver(unsent));
    noteStored(id);
  } catch (error) {
    fail(id, asProblem(error), failures);
  } finally {
    underWay.delete(id);
  }
}

/** What was on its way to the server when it was sent, has arrived by now and is no other text. */
function withNewestDraft(unsent: Unsent): Unsent {
  if (!unsent.draft) return unsent;
  const { place, version } = unsent.draft;
  const { sentAs, base } = drafts.read(unsent.userId, place);
  if (sentAs !== unsent.id || base <= version) return unsent;
  const updated = { ...unsent, draft: { place, version: base } };
  outbox.put(updated);
  return updated;
}

/** Two tabs may hold the same: one sends. Were both to, the server would store it once all the same. */
async function alone(id: string, work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work();
  await navigator.locks.request(`kring.outbox.${id}`, async () => {
    outbox.refresh();
    if (outbox.find(id)) await work();
  });
}

const TRIES_BEFORE_SAYING = 3;

function fail(id: string, problem: Problem, failures: number): void {
  const unsent = outbox.find(id);
  if (!unsent) return;
  // It goes once one has logged in again (Shell), or accepted the house rules.
  if (problem.code === 'unauthenticated' || problem.code === 'rules-not-accepted') return;
  if (!problem.mayPass || failures >= TRIES_BEFORE_SAYING) {
    const fields = problem.fields.map(({ field, code }) => ({ field, code }));
    outbox.put({ ...unsent, state: 'failed', problem: { code: problem.code, fields } });
  }
  if (!problem.mayPass) return;
  const wait = problem.retryAfterMs ?? backOff(failures + 1);
  const again = () => {
    timers.delete(id);
    void attempt(id, failures + 1);
  };
  timers.set(id, setTimeout(again, wait));
}

async function deliver(unsent: Unsent): Promise<void> {
  const viewer = viewerOf(unsent.userId);
  const { id, body, title, kind, replyTo, asksAcknowledgement } = unsent;
  const fileIds = await stored(unsent.files);
  const files = fileIds.length > 0 ? { fileIds } : {};
  const draft = unsent.draft ? { draft: unsent.draft } : {};
  if ('communityId' in unsent.to) {
    const { communityId } = unsent.to;
    const wish: StartThread = {
      ...{ id, kind, body },
      ...(title && { title }),
      ...(asksAcknowledgement && { asksAcknowledgement }),
      ...files,
      ...draft,
    };
    const thread = await post<ThreadView>(`/communities/${communityId}/threads`, { body: wish });
    applyToCache(queryClient, { seq: 0, type: 'thread.started', communityId, data: { thread } }, viewer);
    return;
  }
  const { threadId } = unsent.to;
  const wish: WriteReply = { id, body, ...(replyTo ? { replyTo } : {}), ...files, ...draft };
  const reply = await post<PostView>(`/threads/${threadId}/posts`, { body: wish });
  noteReply(threadId, reply, unsent.userId);
}

/** The answer is the post alone; what it changes in its thread is counted here until the event says it. */
function noteReply(threadId: string, reply: PostView, userId: string): void {
  const known = queryClient.getQueryData<ThreadView>(['thread', threadId]);
  const thread = {
    id: threadId,
    replyCount: Math.max(known?.replyCount ?? 0, reply.position - (known?.post.position ?? 1)),
    activityAt: reply.createdAt,
    lastPosition: reply.position,
    title: null,
    bestAnswerId: null,
    asksAcknowledgement: false,
    topics: [],
    // Older than any: of the rest it knows nothing.
    version: 0,
  };
  const communityId = known?.communityId ?? null;
  applyToCache(
    queryClient,
    { seq: 0, type: 'post.replied', communityId, threadId, data: { post: reply, thread } },
    viewerOf(userId),
  );
}
