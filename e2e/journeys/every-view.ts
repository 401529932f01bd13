import { join } from 'node:path';
import { languagesIn } from '../../apps/web/languages-plugin.ts';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { type Company, livelyCompany } from '../lively-company.ts';
import { accessFaults, colourFaults } from '../looking/accessible.ts';
import { fitFaults, spaceOut } from '../looking/fitting.ts';
import { picture } from '../looking/picture.ts';
import {
  DESK,
  NARROW,
  PHONE,
  type Screen,
  showIn,
  showOn,
  TABLET,
  THEMES,
  ZOOMED,
} from '../looking/screens.ts';
import { drawn, settled } from '../looking/settled.ts';
import { steadily } from '../looking/steadily.ts';
import { backFaults, walkFaults } from '../looking/walking.ts';
import { Person, until } from '../person.ts';
import { text } from '../texts.ts';
import { INSIDE, OUTSIDE, type View, wanted } from '../views.ts';

const OTHER_LANGUAGES = languagesIn(join(import.meta.dirname, '../../apps/web/src/i18n')).filter(
  (tag) => tag !== 'en',
);

/**
 * Nobody is shut out of any view, and none falls off its screen. Each is loaded once, and looked at in every way. That
 * takes longer than all other journeys together, so it is two, which share the views.
 */
export const everyView: Journey[] = [0, 1].map((share) => ({
  name: `every-view-${share + 1}`,
  stepsStandAlone: true,
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let passerBy: Person;
    let company: Company;
    const isMine = (_view: View, nth: number) => nth % 2 === share;
    const outside = wanted(OUTSIDE).filter(isMine);

    return [
      step('set-up', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        if (share > 0) return ada.setUp(kring.setupLink, 'Testbouw');
        await steadily(ada, async () => {
          await ada.page.goto(kring.setupLink);
          await look(ada, { name: 'set-up', path: () => '/setup' });
        });
        await ada.setUp(kring.setupLink, 'Testbouw');
        // React Aria keeps what it announced of the button for seven seconds, also when the button is gone.
        await steadily(ada, async () => {
          await ada.page.goto('/');
          await look(ada, { name: 'home-empty', path: () => '/' });
        });
      }),
      step('a company in which a lot goes on', async () => {
        company = await livelyCompany(stage, ada);
        passerBy = await Person.arrives(stage, 'Somebody');
      }),
      ...outside.map((view) =>
        step(view.name, () =>
          steadily(passerBy, async () => {
            await passerBy.page.goto(view.path(company));
            await look(passerBy, view);
          }),
        ),
      ),
      ...wanted(INSIDE)
        .filter(isMine)
        .map((view) =>
          step(view.name, () =>
            steadily(ada, async () => {
              await speak(ada, 'en');
              await ada.page.goto(view.path(company));
              await view.open?.(ada, text);
              await look(ada, view);
              for (const language of OTHER_LANGUAGES) {
                await speak(ada, language);
                await lookAtWords(ada, view, language);
              }
            }),
          ),
        ),
      ...OTHER_LANGUAGES.map((language) =>
        step(`in ${language}, for somebody who is not logged in`, async () => {
          await passerBy.page.goto('/login');
          await passerBy.page.evaluate((tag) => localStorage.setItem('kring.language', tag), language);
          for (const view of outside) {
            await steadily(passerBy, async () => {
              await passerBy.page.goto(view.path(company));
              await settled(passerBy);
              await lookAtWords(passerBy, view, language);
            });
          }
        }),
      ),
    ];
  },
}));

/** Looks at the view as it is now open: on every size of screen, in every theme, with and without a mouse. */
async function look(person: Person, view: View): Promise<void> {
  const { page, complaints } = person;
  const faults: string[] = [];
  const on = async (screen: Screen, how: string, ...looks: Promise<string[]>[]) => {
    for (const found of await Promise.all(looks))
      faults.push(...found.map((one) => `${view.name}, ${screen.width} px, ${how}: ${one}`));
  };

  await showIn(page, 'light');
  await showOn(page, DESK);
  await settled(person);
  await on(DESK, 'light', accessFaults(page));
  for (const screen of [DESK, PHONE]) {
    await showOn(page, screen);
    for (const theme of THEMES) {
      for (const contrast of ['usual', 'more'] as const) {
        await showIn(page, theme, contrast);
        await drawn(person);
        await on(screen, `${theme}, ${contrast} contrast`, colourFaults(page, contrast));
        if (contrast === 'usual') await picture(person, `${view.name}-en-${screen.width}-${theme}`);
      }
    }
    await showIn(page, 'light');
    await on(screen, 'light', accessFaults(page), fitFaults(page));
    await on(screen, 'by keyboard', walkFaults(page));
    if (view.rearranges) await on(screen, 'by keyboard', backFaults(page));
  }
  for (const screen of [TABLET, ZOOMED, NARROW]) {
    await showOn(page, screen);
    await drawn(person);
    await on(screen, 'light', fitFaults(page));
    if (screen !== ZOOMED) await on(screen, 'light', accessFaults(page));
    await picture(person, `${view.name}-en-${screen.width}-light`);
  }
  await spaceOut(page, true);
  await drawn(person);
  await on(NARROW, 'spaced out', fitFaults(page));
  await picture(person, `${view.name}-en-${NARROW.width}-spaced`);
  await spaceOut(page, false);

  const isNotFound = (await page.getByRole('heading', { name: text('not-found.title') }).count()) > 0;
  if (isNotFound && view.mayComplain === undefined && view.name !== 'not-found')
    faults.push('there is no such view');
  faults.push(...complaints.splice(0).filter((one) => !view.mayComplain?.test(one)));
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** In another language only words differ, and the room they need. */
async function lookAtWords(person: Person, view: View, language: string): Promise<void> {
  const { page, complaints } = person;
  const faults: string[] = [];
  for (const screen of [DESK, TABLET, PHONE, NARROW]) {
    await showOn(page, screen);
    await showIn(page, screen === DESK ? 'dark' : 'light');
    await drawn(person);
    const found = [...(await fitFaults(page)), ...(screen === PHONE ? await accessFaults(page) : [])];
    faults.push(...found.map((one) => `${view.name}, ${screen.width} px, ${language}: ${one}`));
    await picture(person, `${view.name}-${language}-${screen.width}`);
  }
  faults.push(...complaints.splice(0).filter((one) => !view.mayComplain?.test(one)));
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** The page that is open changes its language as soon as the account does. */
async function speak(person: Person, language: string): Promise<void> {
  const { id } = (await person.api('GET', '/session')).user;
  const { version, language: spoken } = await person.api('GET', `/users/${id}`);
  if (spoken === language) return;
  await person.api('PATCH', '/users/me', { language, version });
  await until(async () => (await person.page.evaluate(() => document.documentElement.lang)) === language);
  await settled(person);
}
