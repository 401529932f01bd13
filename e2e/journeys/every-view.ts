import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { languagesIn } from '../../apps/web/languages-plugin.ts';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { type Company, livelyCompany } from '../lively-company.ts';
import { Person, until } from '../person.ts';
import { text } from '../texts.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const THEMES = ['light', 'dark'] as const;
const PHONE = { width: 390, height: 844 };
const TABLET = { width: 768, height: 1024 };
const DESK = { width: 1440, height: 900 };
const PICTURES = process.env.SCREENSHOTS;
const LANGUAGES = languagesIn(join(import.meta.dirname, '../../apps/web/src/i18n'));

interface View {
  name: string;
  path(company: Company): string;
  /** Seen by somebody who is not logged in. */
  outside?: true;
  /** Its parts stand elsewhere on a tablet. */
  rearranges?: true;
  /** What else must happen before this view is there; by key of a text, so that it works in every language. */
  open?(person: Person): Promise<void>;
  /** What the browser may say about answers that belong to this view. */
  mayComplain?: RegExp;
}

const VIEWS: View[] = [
  { name: 'log-in', path: () => '/login', outside: true, mayComplain: /status of 401/ },
  { name: 'set-up-done', path: () => '/setup', outside: true },
  { name: 'invitation', path: ({ invitation }) => invitation, outside: true },
  { name: 'invitation-gone', path: () => '/invitations/gone', outside: true, mayComplain: /status of 404/ },
  { name: 'home', path: () => '/', rearranges: true },
  { name: 'catch-up', path: () => '/catch-up' },
  { name: 'shortcuts', path: () => '/', open: (person) => opened(person, '?') },
  { name: 'palette', path: () => '/', open: (person) => opened(person, 'Control+k') },
  { name: 'everything', path: () => '/everything' },
  { name: 'unanswered', path: () => '/unanswered' },
  { name: 'unacknowledged', path: () => '/unacknowledged' },
  { name: 'who-confirmed', path: ({ thread }) => `/threads/${thread}`, open: whoConfirmed },
  { name: 'bookmarks', path: () => '/bookmarks' },
  { name: 'topic', path: () => '/topics/beton' },
  { name: 'write', path: () => '/write' },
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
  { name: 'settings', path: () => '/settings' },
  { name: 'notification-settings', path: () => '/settings/notifications' },
  { name: 'admin', path: () => '/admin' },
  { name: 'admin-organisation', path: () => '/admin?tab=organisation' },
  { name: 'admin-communities', path: () => '/admin?tab=communities' },
  { name: 'admin-rules', path: () => '/admin?tab=rules' },
  { name: 'house-rules', path: () => '/house-rules' },
  { name: 'admin-invitations', path: () => '/admin?tab=invitations', rearranges: true },
  { name: 'not-found', path: () => '/nowhere' },
  { name: 'thread-gone', path: () => `/threads/${crypto.randomUUID()}`, mayComplain: /status of 404/ },
];

/** Nobody is shut out of any view, and none falls off its screen. */
export const everyView: Journey = {
  name: 'every-view',
  stepsStandAlone: true,
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let company: Company;

    return [
      step('set-up', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        await ada.page.goto(kring.setupLink);
        await look(ada, { name: 'set-up', path: () => '/setup' }, 'en');
        await ada.setUp(kring.setupLink, 'Testbouw');
        // React Aria keeps what it announced of the button for seven seconds, also when the button is gone.
        await ada.page.reload();
        await look(ada, { name: 'home-empty', path: () => '/' }, 'en');
      }),
      step('a company in which a lot goes on', async () => {
        company = await livelyCompany(stage, ada);
      }),
      ...LANGUAGES.flatMap((language) => [
        ...VIEWS.filter(({ outside }) => outside).map((view) =>
          step(`${view.name} in ${language}`, async () => {
            const passerBy = await Person.arrives(stage, 'Somebody', { locale: language });
            await passerBy.page.goto(view.path(company));
            await look(passerBy, view, language);
            await passerBy.leave();
          }),
        ),
        ...VIEWS.filter(({ outside }) => !outside).map((view) =>
          step(`${view.name} in ${language}`, async () => {
            await speak(ada, language);
            await ada.page.goto(view.path(company));
            await view.open?.(ada);
            await look(ada, view, language);
          }),
        ),
      ]),
    ];
  },
};

async function opened({ page }: Person, key: string): Promise<void> {
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
}

async function whoConfirmed({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: /^(Who has read it|Wie heeft het gelezen)$/ }).click();
  await page.getByRole('dialog').waitFor();
}

async function speak(person: Person, language: string): Promise<void> {
  const { id, version } = (await person.api('GET', '/session')).user;
  const { language: spoken } = await person.api('GET', `/users/${id}`);
  if (spoken !== language) await person.api('PATCH', '/users/me', { language, version });
}

/** Looks at the view as it is now open, on every size of screen and in every theme. */
async function look(person: Person, view: View, language: string): Promise<void> {
  const { page, complaints } = person;
  const trouble: string[] = [];
  for (const size of [PHONE, ...(view.rearranges ? [TABLET] : []), DESK]) {
    await page.setViewportSize(size);
    for (const colorScheme of themesFor(language, size)) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settled(person);
      const where = `${view.name} in ${language}, ${colorScheme}, ${size.width} px`;
      const found = await new AxeBuilder({ page }).withTags(RULES).analyze();
      for (const { id, help, nodes: all } of found.violations) {
        const nodes = all.filter((node) => !isUnderTheBar(node));
        if (nodes.length === 0) continue;
        trouble.push(
          `${where}: ${id}: ${help}\n${nodes.map(({ html, any }) => `  ${html.slice(0, 300)} ${any[0]?.message ?? ''}`).join('\n')}`,
        );
      }
      const excess = await page.evaluate<number>(widthTooMuch);
      if (excess > 0) trouble.push(`${where}: ${excess} px too wide`);
      await picture(person, `${view.name}-${language}-${size.width}-${colorScheme}`);
    }
  }
  const isNotFound = (await page.getByRole('heading', { name: text('not-found.title') }).count()) > 0;
  if (isNotFound && view.mayComplain === undefined && view.name !== 'not-found')
    trouble.push('there is no such view');
  const unexpected = complaints.splice(0).filter((one) => !view.mayComplain?.test(one));
  assert.equal([...trouble, ...unexpected].join('\n'), '');
}

/** The bar at the bottom covers whatever happens to stand there; scrolling takes it from under the bar. */
function isUnderTheBar({ any }: { any: Array<{ id: string; message: string }> }): boolean {
  return any.some(({ id, message }) => id === 'target-size' && message.includes('partially obscured'));
}

/** Colours speak no language: in Dutch each theme is looked at once, for what words alone can break. */
function themesFor(language: string, size: typeof PHONE): readonly (typeof THEMES)[number][] {
  if (PICTURES || (language === 'en' && size !== TABLET)) return THEMES;
  return size === DESK ? ['dark'] : ['light'];
}

/** Everything has come, and every transition has ended. */
async function settled({ page }: Person): Promise<void> {
  await page.waitForLoadState('networkidle');
  await until(async () => (await page.getByRole('progressbar').count()) === 0);
  await page.evaluate(transitionsEnded);
}

const widthTooMuch = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;
const transitionsEnded = `Promise.all(document.getAnimations()
  .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
  .map((one) => one.finished.catch(() => undefined))).then(() => undefined)`;

async function picture({ page }: Person, name: string): Promise<void> {
  if (!PICTURES) return;
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
