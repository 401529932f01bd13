import { useSyncExternalStore } from 'react';
import type { TypingTold } from '../types';

/** Whoever types says so every two seconds; silence for this long means that they stopped. */
const SHOWN_MS = 5000;

interface Typist {
  name: string;
  timer: ReturnType<typeof setTimeout>;
}

const byThread = new Map<string, Map<string, Typist>>();
/** The names as they are shown: the same list until it changes. */
const shown = new Map<string, readonly string[]>();
const listeners = new Set<() => void>();
const NOBODY: readonly string[] = [];

export function noteTyping({ threadId, userId, name }: TypingTold): void {
  const typists = byThread.get(threadId) ?? new Map<string, Typist>();
  clearTimeout(typists.get(userId)?.timer);
  typists.set(userId, { name, timer: setTimeout(() => stopTyping(threadId, userId), SHOWN_MS) });
  byThread.set(threadId, typists);
  say(threadId);
}

/** They sent it, or fell silent. */
export function stopTyping(threadId: string, userId: string): void {
  const typists = byThread.get(threadId);
  const typist = typists?.get(userId);
  if (!typists || !typist) return;
  clearTimeout(typist.timer);
  typists.delete(userId);
  if (typists.size === 0) byThread.delete(threadId);
  say(threadId);
}

/** Nothing is known any more: the socket is gone. */
export function forgetTyping(): void {
  for (const [threadId, typists] of [...byThread])
    for (const userId of [...typists.keys()]) stopTyping(threadId, userId);
}

function say(threadId: string): void {
  const names = [...(byThread.get(threadId)?.values() ?? [])].map(({ name }) => name);
  const before = shown.get(threadId) ?? NOBODY;
  if (names.length === before.length && names.every((name, place) => name === before[place])) return;
  if (names.length > 0) shown.set(threadId, names);
  else shown.delete(threadId);
  for (const listener of listeners) listener();
}

export const typistsOf = (threadId: string): readonly string[] => shown.get(threadId) ?? NOBODY;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The names of those who are writing a reply in this thread, me excepted. */
export const useTypists = (threadId: string): readonly string[] =>
  useSyncExternalStore(subscribe, () => typistsOf(threadId));
