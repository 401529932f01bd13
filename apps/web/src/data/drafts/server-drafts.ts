import { useQuery } from '@tanstack/react-query';
import { del, get, put } from '../http';
import { keys } from '../keys';
import { reading } from '../reading';
import type { DraftView, Page } from '../types';
import { type DraftServer, DraftSync } from './draft-sync';
import { drafts } from './use-draft';

const server: DraftServer = {
  list: async () => (await get<Page<DraftView>>('/drafts')).items,
  keep: (place, draft) => put<DraftView>(`/drafts/${place}`, { body: draft }),
  drop: (place) => del(`/drafts/${place}`),
};

let sync: DraftSync | null = null;

/** From log-in to log-out. Answers how to stop. */
export function startDraftSync(userId: string): () => void {
  const started = new DraftSync(userId, drafts, server);
  sync = started;
  catchUpDrafts();
  return () => {
    started.stop();
    if (sync === started) sync = null;
  };
}

/** Whenever something may have been missed. What fails is tried at the next occasion. */
export function catchUpDrafts(): void {
  void sync?.catchUp().catch(() => {});
}

export const hearOfDraft = (place: string, draft: DraftView | null): void => sync?.hear(place, draft);

/** Mine, as the server has them: with the names of their places. */
export const useServerDrafts = () =>
  useQuery({ queryKey: keys.drafts, queryFn: reading<Page<DraftView>>('/drafts') });
