import { comesLater } from '~/ui/comes-later';

/** Fetched when a session ends; the page does not wait for it. */
export const LogInAgainLater = comesLater(() => import('./LogInAgain').then((it) => it.LogInAgain));
