import type { Company } from './lively-company.ts';
import type { Person } from './person.ts';
import type { TextKey } from './texts.ts';

export type Say = (key: TextKey) => string;

export interface View {
  name: string;
  path(company: Company): string;
  /** Its parts stand elsewhere on a tablet. */
  rearranges?: true;
  /** What else must happen before this view is there. `say` has the words of the page's language. */
  open?(person: Person, say: Say): Promise<void>;
  /** What the browser may say about answers that belong to this view. */
  mayComplain?: RegExp;
}

/** For anybody, logged in or not. */
export const OUTSIDE: View[] = [
  { name: 'log-in', path: () => '/login', mayComplain: /status of 401/ },
  { name: 'set-up-done', path: () => '/setup' },
  { name: 'invitation', path: ({ invitation }) => invitation },
  { name: 'invitation-gone', path: () => '/invitations/gone', mayComplain: /status of 404/ },
  { name: 'reset', path: ({ reset }) => reset },
  { name: 'reset-gone', path: () => '/reset/gone', mayComplain: /status of 404/ },
  { name: 'guide', path: () => '/guide' },
  { name: 'not-found', path: () => '/nowhere', mayComplain: /status of 401/ },
];

/** For an administrator, who sees all there is. */
export const INSIDE: View[] = [
  // First, as long as there is something that was not seen on another page.
  { name: 'catch-up', path: () => '/catch-up' },
  { name: 'home', path: () => '/', rearranges: true },
  { name: 'shortcuts', path: () => '/', open: (person) => opened(person, '?') },
  { name: 'palette', path: () => '/', open: (person) => opened(person, 'Control+k') },
  { name: 'everything', path: () => '/everything' },
  { name: 'unanswered', path: () => '/unanswered' },
  { name: 'unacknowledged', path: () => '/unacknowledged' },
  { name: 'who-confirmed', path: ({ thread }) => `/threads/${thread}`, open: whoConfirmed },
  { name: 'bookmarks', path: () => '/bookmarks' },
  { name: 'topic', path: () => '/topics/beton' },
  { name: 'write', path: () => '/write' },
  { name: 'drafts', path: () => '/drafts' },
  { name: 'community', path: ({ project }) => `/communities/${project}`, rearranges: true },
  { name: 'community-private', path: ({ secluded }) => `/communities/${secluded}` },
  { name: 'community-plan', path: ({ project }) => `/communities/${project}?tab=plan` },
  { name: 'community-files', path: ({ project }) => `/communities/${project}?tab=files` },
  { name: 'community-about', path: ({ project }) => `/communities/${project}?tab=about` },
  { name: 'members', path: ({ project }) => `/communities/${project}/members` },
  { name: 'edit-community', path: ({ project }) => `/communities/${project}/edit` },
  { name: 'directory', path: () => '/communities' },
  { name: 'new-community', path: () => '/communities/new', rearranges: true },
  { name: 'people', path: () => '/people' },
  { name: 'chart', path: () => '/people/chart' },
  { name: 'profile', path: ({ colleague }) => `/people/${colleague}`, rearranges: true },
  { name: 'messages', path: () => '/messages', rearranges: true },
  { name: 'new-message', path: () => '/messages/new' },
  { name: 'conversation', path: ({ conversation }) => `/messages/${conversation}` },
  { name: 'thread', path: ({ thread }) => `/threads/${thread}`, rearranges: true },
  { name: 'notifications', path: () => '/notifications' },
  { name: 'search', path: () => '/search' },
  { name: 'search-results', path: () => '/search?q=beton' },
  { name: 'search-people', path: () => '/search?q=bram&in=people' },
  { name: 'search-communities', path: () => '/search?q=noord&in=communities' },
  { name: 'search-files', path: () => '/search?q=plan&in=files' },
  { name: 'settings', path: () => '/settings' },
  { name: 'notification-settings', path: () => '/settings/notifications' },
  { name: 'admin', path: () => '/admin' },
  { name: 'admin-organisation', path: () => '/admin?tab=organisation' },
  { name: 'admin-invitations', path: () => '/admin?tab=invitations', rearranges: true },
  { name: 'admin-communities', path: () => '/admin?tab=communities' },
  { name: 'admin-rules', path: () => '/admin?tab=rules' },
  { name: 'house-rules', path: () => '/house-rules' },
  { name: 'help', path: () => '/help' },
  { name: 'admin-system', path: () => '/admin?tab=system' },
  { name: 'thread-gone', path: () => `/threads/${crypto.randomUUID()}`, mayComplain: /status of 404/ },
];

/** `VIEWS=home,thread` looks at these only. */
export const wanted = <Named extends { name: string }>(views: Named[]): Named[] => {
  const names = process.env.VIEWS?.split(',');
  return names ? views.filter(({ name }) => names.includes(name)) : views;
};

async function opened({ page }: Person, key: string): Promise<void> {
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
}

async function whoConfirmed({ page }: Person, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('acknowledge.who') }).click();
  await page.getByRole('dialog').waitFor();
}
