import type { Locator } from 'playwright-core';
import type { Company } from './lively-company.ts';
import type { Person } from './person.ts';
import { text } from './texts.ts';

/** Something that lies over a view: what was opened, and the button that opened it. */
export interface Layer {
  opener: Locator;
  opened: Locator;
}

/** A view as it is only for a while, or only for some. */
export interface State {
  name: string;
  /** Somebody who came today and has done nothing yet; an administrator otherwise. */
  who?: 'newcomer' | 'nobody';
  path(company: Company): string;
  /** Brings it about, without a mouse. */
  open?(person: Person): Promise<Layer | undefined>;
  mayComplain?: RegExp;
}

const menuOf = async (person: Person, opener: Locator): Promise<Layer> => {
  await opener.press('Enter');
  return { opener, opened: person.page.getByRole('menu') };
};
const dialogOf = async (person: Person, opener: Locator, item?: string): Promise<Layer> => {
  await opener.press('Enter');
  if (item) await person.page.getByRole('menuitem', { name: item, exact: true }).press('Enter');
  return { opener, opened: person.page.getByRole('dialog').or(person.page.getByRole('alertdialog')) };
};
const inThread = (person: Person, name: string) =>
  person.page.getByRole('article').first().getByRole('button', { name }).first();
const refused = async (person: Person, submit: string): Promise<undefined> => {
  await person.page.getByRole('button', { name: submit, exact: true }).press('Enter');
  await person.page.locator('[aria-invalid=true], [data-invalid], [role=alert]').first().waitFor();
};
const account = (person: Person) => person.page.getByRole('button', { name: /^Actions for Bram/ });

const thread = ({ thread }: Company) => `/threads/${thread}`;
const community = ({ project }: Company) => `/communities/${project}`;
const admin = () => '/admin';

/** Menus, questions and whatever else lies over a view. */
export const LAYERS: State[] = [
  { name: 'post-menu', path: thread, open: (person) => menuOf(person, inThread(person, text('post.more'))) },
  {
    name: 'reactions',
    path: thread,
    open: (person) => dialogOf(person, inThread(person, text('reaction.add'))),
  },
  {
    name: 'delete-question',
    path: thread,
    open: (person) => dialogOf(person, inThread(person, text('post.more')), text('post.delete')),
  },
  {
    name: 'earlier-versions',
    path: thread,
    open: (person) => dialogOf(person, inThread(person, text('post.more')), text('post.history')),
  },
  {
    name: 'membership',
    path: community,
    open: (person) =>
      menuOf(person, person.page.getByRole('main').getByRole('button', { name: text('nav.notifications') })),
  },
  {
    name: 'leave-question',
    path: community,
    open: (person) =>
      dialogOf(
        person,
        person.page.getByRole('main').getByRole('button', { name: text('nav.notifications') }),
        text('community.leave'),
      ),
  },
  {
    name: 'member-menu',
    path: ({ project }) => `/communities/${project}/members`,
    open: (person) => menuOf(person, person.page.getByRole('button', { name: /^Actions for Bram/ })),
  },
  { name: 'account-menu', path: admin, open: (person) => menuOf(person, account(person)) },
  {
    name: 'role-question',
    path: admin,
    open: (person) => dialogOf(person, account(person), text('admin.make-admin')),
  },
  {
    name: 'reset-question',
    path: admin,
    open: (person) => dialogOf(person, account(person), text('reset-link.make')),
  },
  {
    name: 'devices',
    path: admin,
    open: (person) => dialogOf(person, account(person), text('account-sessions.show')),
  },
  {
    name: 'deactivate-question',
    path: admin,
    open: (person) => dialogOf(person, account(person), text('admin.deactivate')),
  },
  {
    name: 'a-link-in-what-is-written',
    path: community,
    async open(person) {
      const field = person.page.getByRole('textbox', { name: text('composer.body') });
      await field.focus();
      await person.page.locator('[contenteditable=true]').first().waitFor();
      await person.page.keyboard.press('Control+k');
      return { opener: field, opened: person.page.getByRole('dialog') };
    },
  },
];

/** What went wrong, what is being written, and what is not there yet. */
export const STATES: State[] = [
  {
    name: 'log-in-refused',
    who: 'nobody',
    path: () => '/login',
    mayComplain: /status of 40[013]/,
    async open(person) {
      await person.page.getByLabel(text('field.email')).fill('niemand@example.com');
      await person.page.getByLabel(text('field.password'), { exact: true }).fill('helemaal verkeerd');
      return refused(person, text('log-in.submit'));
    },
  },
  {
    name: 'log-in-empty',
    who: 'nobody',
    path: () => '/login',
    mayComplain: /401/,
    open: (person) => refused(person, text('log-in.submit')),
  },
  {
    name: 'invitation-refused',
    who: 'nobody',
    path: ({ invitation }) => invitation,
    mayComplain: /status of 4/,
    open: (person) => refused(person, text('invitation.submit')),
  },
  {
    name: 'new-community-refused',
    path: () => '/communities/new',
    mayComplain: /status of 4/,
    open: (person) => refused(person, text('communities.create-submit')),
  },
  {
    name: 'a-list-of-people-to-invite',
    path: () => '/admin?tab=invitations',
    async open({ page }) {
      await page.getByRole('radio', { name: text('invite.many') }).check({ force: true });
      await page
        .getByLabel(text('invite-many.list'))
        .fill('"Leeuwen, Tess van" <tess@example.com>; geen adres; ada.admin@example.com');
      return undefined;
    },
  },
  {
    name: 'writing-with-suggestions',
    path: community,
    async open({ page }) {
      await page.getByRole('textbox', { name: text('composer.body') }).focus();
      await page.locator('[contenteditable=true]').first().waitFor();
      await page.keyboard.type('Vraag het @br');
      await page.locator('[role=option]').first().waitFor();
      return undefined;
    },
  },
  {
    name: 'a-post-being-edited',
    path: thread,
    async open(person) {
      await inThread(person, text('post.more')).press('Enter');
      await person.page.getByRole('menuitem', { name: text('post.edit'), exact: true }).press('Enter');
      await person.page.getByRole('button', { name: text('post.save'), exact: true }).waitFor();
      return undefined;
    },
  },
  {
    name: 'one-thing-done',
    path: () => '/catch-up',
    async open({ page }) {
      await page
        .getByRole('button', { name: new RegExp(`^${text('catch-up.done-with', { name: '' })}`) })
        .first()
        .press('Enter');
      await page.getByRole('button', { name: text('catch-up.undo') }).waitFor();
      return undefined;
    },
  },
  { name: 'search-nothing-found', path: () => '/search?q=xyzzyx' },
  { name: 'people-nobody-found', path: () => '/people?q=xyzzyx' },
  { name: 'communities-none-found', path: () => '/communities?q=xyzzyx' },
  { name: 'archived', path: ({ archived }) => `/communities/${archived}` },
  ...(
    [
      '/',
      '/catch-up',
      '/everything',
      '/unanswered',
      '/bookmarks',
      '/notifications',
      '/messages',
      '/drafts',
      '/people/chart',
      '/admin',
    ] as const
  ).map(
    (path): State => ({ name: `first-day${path.replaceAll('/', '-')}`, who: 'newcomer', path: () => path }),
  ),
  { name: 'nothing-posted-yet', path: ({ empty }) => `/communities/${empty}` },
  { name: 'no-files-yet', path: ({ empty }) => `/communities/${empty}?tab=files` },
  { name: 'no-plan-yet', path: ({ empty }) => `/communities/${empty}?tab=plan` },
  { name: 'closed-to-me', who: 'newcomer', path: ({ secluded }) => `/communities/${secluded}` },
];
