import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { type Company, livelyCompany } from '../lively-company.ts';
import { fitFaults } from '../looking/fitting.ts';
import { picture } from '../looking/picture.ts';
import { DESK, PHONE, showIn, showOn } from '../looking/screens.ts';
import { drawn, settled } from '../looking/settled.ts';
import { steadily } from '../looking/steadily.ts';
import { literalFaults } from '../looking/wording.ts';
import { Person } from '../person.ts';
import { nonsense, speakNonsense } from '../pseudo.ts';
import { INSIDE, OUTSIDE, type View, wanted } from '../views.ts';

/** Every view in a language that nobody speaks: no word is cut off, and none stands outside the language files. */
export const everyWord: Journey = {
  name: 'every-word',
  stepsStandAlone: true,
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let passerBy: Person;
    let company: Company;
    /** What the server said, and so no word of ours. */
    const data = new Map<Person, string>();

    const listens = async (person: Person) => {
      data.set(person, '');
      person.page.on('response', async (response) => {
        if (!response.url().includes('/api/')) return;
        const said = await response.text().catch(() => '');
        data.set(person, data.get(person) + said);
      });
      await speakNonsense(person.page);
    };
    const views = (person: () => Person, all: View[]) =>
      wanted(all).map((view) =>
        step(view.name, () =>
          steadily(person(), async () => {
            await person().page.goto(view.path(company));
            await view.open?.(person(), nonsense);
            await read(person(), view, data.get(person())!);
          }),
        ),
      );

    return [
      step(
        'a company in which a lot goes on, and somebody who reads a language that nobody speaks',
        async () => {
          ada = await Person.arrives(stage, 'Ada Admin');
          await ada.setUp(kring.setupLink, 'Testbouw');
          company = await livelyCompany(stage, ada);
          const { user } = await ada.api('GET', '/session');
          const { version } = await ada.api('GET', `/users/${user.id}`);
          await ada.api('PATCH', '/users/me', { language: 'nl', version });
          passerBy = await Person.arrives(stage, 'Somebody', { locale: 'nl-NL' });
          await listens(ada);
          await listens(passerBy);
        },
      ),
      ...views(() => passerBy, OUTSIDE),
      ...views(() => ada, INSIDE),
    ];
  },
};

async function read(person: Person, view: View, data: string): Promise<void> {
  const { page } = person;
  const faults: string[] = [];
  await settled(person);
  for (const screen of [DESK, PHONE]) {
    await showOn(page, screen);
    await showIn(page, 'light');
    await drawn(person);
    const found = [...(await fitFaults(page)), ...(await literalFaults(page, data))];
    faults.push(...found.map((one) => `${view.name}, ${screen.width} px: ${one}`));
    await picture(person, `${view.name}-pseudo-${screen.width}`);
  }
  if (faults.length > 0) throw new Error([...new Set(faults)].join('\n'));
}
