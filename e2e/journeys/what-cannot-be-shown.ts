import type { Route } from 'playwright-core';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { Person, until } from '../person.ts';
import { text } from '../texts.ts';

const SECRET = 'Het geheim van de directie';
const REPORTED = /TypeError on \/threads\/\$threadId at assets\/[\w-]+\.js:\d+:\d+/;

/** An answer that no view can draw: there is a way on, and whoever runs Kring hears where, but not what, it was. */
export const whatCannotBeShown: Journey = {
  name: 'what-cannot-be-shown',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let thread: { id: string };
    const sorry = () => ada.page.getByRole('heading', { name: text('error.title') });
    const again = () => ada.button(text('error.again'));
    const home = () => ada.page.getByRole('link', { name: text('not-found.home') });
    const path = () => `**/api/v1/threads/${thread.id}`;
    const nobodys = async (route: Route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), author: null } });
    };

    return [
      step('a view that throws says so, and offers to try again and a way back', async () => {
        await kring.stop();
        await kring.start({ LOG_LEVEL: 'warn' });
        ada = await Person.arrives(stage, 'Ada Admin');
        await ada.setUp(kring.setupLink, 'Testbouw');
        const { companyCommunityId } = await ada.api('GET', '/session');
        thread = await ada.api('POST', `/communities/${companyCommunityId}/threads`, {
          kind: 'update',
          title: SECRET,
          body: SECRET,
        });
        await ada.page.route(path(), nobodys);
        await ada.page.goto(`/threads/${thread.id}`);
        await ada.sees(sorry());
        await ada.sees(again());
        await ada.sees(home());
        await ada.mark();
      }),

      step('the log says where it threw, and nothing of what somebody wrote', async () => {
        await until(async () => REPORTED.test(kring.log));
        if (kring.log.includes(SECRET)) throw new Error('the log quotes what somebody wrote');
      }),

      step('trying again asks for new answers, and shows them once they can be drawn', async () => {
        const asked = ada.page.waitForResponse((response) =>
          response.url().endsWith(`/threads/${thread.id}`),
        );
        await again().click();
        await asked;
        await ada.sees(sorry());
        await ada.page.unroute(path());
        await again().click();
        await ada.sees(ada.page.getByRole('heading', { name: SECRET, level: 1 }));
        await ada.sees(sorry(), 0);
        await ada.hasNotReloaded();
      }),

      step('the way back leads home, from where everything else can be reached', async () => {
        await ada.page.route(path(), nobodys);
        await ada.page.goto(`/threads/${thread.id}`);
        await ada.sees(sorry());
        await home().click();
        await ada.sees(ada.page.getByRole('link', { name: SECRET }));
        await ada.page.unroute(path());
      }),
    ];
  },
};
