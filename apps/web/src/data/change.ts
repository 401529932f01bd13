import type { MutationOptions } from '@tanstack/react-query';
import { queryClient } from './query-client';

/**
 * Makes a change whose progress nobody watches. `useMutation` keeps a watcher for each place that might make one, and a
 * feed has hundreds of those.
 */
export function change<Input>(options: MutationOptions<unknown, Error, Input>, input: Input): void {
  void queryClient
    .getMutationCache()
    .build<unknown, Error, Input, unknown>(queryClient, options)
    .execute(input)
    .catch(() => {});
}
