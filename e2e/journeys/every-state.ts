import type { Page, Route } from 'playwright-core';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { type Company, livelyCompany } from '../lively-company.ts';
import { accessFaults, colourFaults } from '../looking/accessible.ts';
import { fitFaults } from '../looking/fitting.ts';
import { picture } from '../looking/picture.ts';
import { DESK, NARROW, PHONE, showIn, showOn } from '../looking/screens.ts';
import { drawn, settled } from '../looking/settled.ts';
import { steadily } from '../looking/steadily.ts';
import { walkFaults } from '../looking/walking.ts';
import { Person, until } from '../person.ts';
import { LAYERS, STATES, type State } from '../states.ts';
import { text } from '../texts.ts';
import { INSIDE, wanted } from '../views.ts';

/** What views are only for a while: with something open over them, refused, empty, on their way, or out of reach. */
export const everyState: Journey = {
  name: 'every-state',
  stepsStandAlone: true,
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let newcomer: Person;
    let nobody: Person;
    let company: Company;
    const whose = ({ who }: State) => (who === 'newcomer' ? newcomer : who === 'nobody' ? nobody : ada);

    return [
      step('a company in which a lot goes on, a newcomer, and somebody who is not logged in', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        await ada.setUp(kring.setupLink, 'Testbouw');
        company = await livelyCompany(stage, ada);
        const { url } = await ada.api('POST', '/invitations', { role: 'member' });
        newcomer = await Person.arrives(stage, 'Nora Nieuw');
        await newcomer.accept(url);
        nobody = await Person.arrives(stage, 'Somebody');
      }),

      ...wanted(LAYERS).map((state) =>
        step(`${state.name}: Escape leaves it, and the focus is where it was`, () =>
          steadily(ada, async () => {
            const { page } = ada;
            await showOn(page, DESK);
            await page.goto(state.path(company));
            await settled(ada);
            const { opener, opened } = (await state.open!(ada))!;
            await ada.sees(opened);
            await page.keyboard.press('Escape');
            await ada.sees(opened, 0);
            await until(() => opener.evaluate((one) => one.contains(document.activeElement)));
            await state.open!(ada);
            await ada.sees(opened);
            await glance(ada, state, { isLayer: true });
          }),
        ),
      ),

      ...wanted(STATES).map((state) =>
        step(state.name, () =>
          steadily(whose(state), async () => {
            const person = whose(state);
            await showOn(person.page, DESK);
            await person.page.goto(state.path(company));
            await settled(person);
            await state.open?.(person);
            await settled(person);
            await glance(person, state);
            // What was begun is no draft for the next one.
            await person.page.goto('about:blank');
          }),
        ),
      ),

      ...wanted(INSIDE)
        .filter(({ open, mayComplain, name }) => !open && !mayComplain && name !== 'not-found')
        .map((view) =>
          step(`${view.name}, on its way and out of reach`, () =>
            steadily(ada, async () => {
              const { page } = ada;
              const answers = await holdAnswers(page);
              await page.goto(view.path(company));
              await ada.sees(page.getByRole('main'));
              await glance(ada, { ...view, name: `${view.name}-loading` });
              answers.fail();
              await until(async () => answers.areIn());
              await drawn(ada);
              await glance(ada, { ...view, name: `${view.name}-failed`, mayComplain: /status of 503/ });
              await page.unrouteAll({ behavior: 'ignoreErrors' });
              await offersAWayOn(ada);
            }),
          ),
        ),
    ];
  },
};

interface Glance {
  name: string;
  mayComplain?: RegExp;
}

async function glance(
  person: Person,
  { name, mayComplain }: Glance,
  { isLayer = false } = {},
): Promise<void> {
  const { page, complaints } = person;
  const faults: string[] = [];
  for (const [screen, theme] of [
    [DESK, 'dark'],
    [PHONE, 'light'],
    [NARROW, 'light'],
  ] as const) {
    // What floats beside a button goes when the window changes.
    if (screen !== DESK && isLayer) continue;
    await showOn(page, screen);
    await showIn(page, theme);
    await drawn(person);
    const found = [
      ...(screen === NARROW ? [] : [...(await accessFaults(page)), ...(await colourFaults(page))]),
      ...(await fitFaults(page)),
      ...(isLayer ? await walkFaults(page) : []),
    ];
    faults.push(...found.map((one) => `${name}, ${screen.width} px, ${theme}: ${one}`));
    await picture(person, `state-${name}-${screen.width}`);
  }
  faults.push(...complaints.splice(0).filter((one) => !mayComplain?.test(one)));
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** The server is there, and so is who I am; all the rest takes its time, and then fails. */
async function holdAnswers(page: Page): Promise<{ fail(): void; areIn(): boolean }> {
  const held: Route[] = [];
  let failsSince = Number.POSITIVE_INFINITY;
  let asked = Date.now();
  const refuse = (route: Route) =>
    route.fulfill({ status: 503, headers: { 'retry-after': '0.02' } }).catch(() => undefined);
  await page.route(/\/api\/v1\/(?!session$|setup$|client-errors)/, (route) => {
    asked = Date.now();
    if (Date.now() >= failsSince) void refuse(route);
    else held.push(route);
  });
  return {
    fail() {
      failsSince = Date.now();
      for (const route of held) void refuse(route);
    },
    // Also that nothing is asked for again and again.
    areIn: () => Date.now() - failsSince > 400 && Date.now() - asked > 400,
  };
}

/** Nobody is left with a view that failed: it can be asked for again, and comes. */
async function offersAWayOn(person: Person): Promise<void> {
  const again = person.page.getByRole('main').getByRole('button', { name: text('error.again') });
  for (let left = await again.count(); left > 0; left--) {
    await again.first().press('Enter');
    await until(async () => (await again.count()) < left);
  }
  await settled(person);
  person.complaints.splice(0);
}
