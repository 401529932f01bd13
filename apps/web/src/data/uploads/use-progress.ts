import { useSyncExternalStore } from 'react';
import { type Progress, progressOf, subscribeToUploads } from './uploads';

export const useProgress = (key: string): Progress | null =>
  useSyncExternalStore(subscribeToUploads, () => progressOf(key));
