import type { Route } from 'playwright-core';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { Person, until, written } from '../person.ts';
import { text } from '../texts.ts';

/** What somebody writes is theirs: it survives reloads, a log-out elsewhere and a server that is away. */
export const draftsAndFailures: Journey = {
  name: 'drafts-and-failures',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    const composerField = () => ada.page.getByLabel(text('composer.body'));

    return [
      step('an administrator begins alone', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        await ada.setUp(kring.setupLink, 'Testbouw');
      }),

      step('a draft is there again after a reload', async () => {
        await composerField().pressSequentially('Half een gedachte');
        await ada.page.waitForTimeout(300);
        await ada.page.reload();
        await fieldHolds(ada, 'Half een gedachte');
      }),

      step('and in another window of the same browser, but not in another browser', async () => {
        const other = await ada.page.context().newPage();
        await other.goto('/');
        await until(
          async () => (await written(other.getByLabel(text('composer.body')))) === 'Half een gedachte',
        );
        await other.close();
      }),

      step('sent, it is a post and no draft any more', async () => {
        await composerField().press('Control+Enter');
        await ada.seesText('Half een gedachte');
        await ada.page.reload();
        await ada.seesText('Half een gedachte');
        await fieldHolds(ada, '');
      }),

      step('what is posted while the server is away says so, and survives a reload of nothing', async () => {
        await ada.mark();
        await kring.kill();
        await ada.post('Geschreven zonder server.');
        await ada.seesText('Geschreven zonder server.');
        await ada.sees(ada.page.getByText(text('unsent.sending')));
        await ada.seesText(text('shell.offline'));
      }),

      step('after a few tries it says why, and offers to try again, change or drop it', async () => {
        const why = text('unsent.not-reached');
        await until(async () => (await ada.page.getByText(why).count()) === 1, 40_000);
        await ada.sees(ada.button(text('unsent.retry')));
        await ada.sees(ada.button(text('unsent.discard')));
      }),

      step('once the server is back it is stored, once, without anybody doing anything', async () => {
        await kring.start();
        const offline = ada.page.getByText(text('shell.offline'));
        await until(async () => (await ada.page.getByText(text('unsent.retry')).count()) === 0, 45_000);
        await until(async () => (await offline.count()) === 0, 45_000);
        await ada.seesText('Geschreven zonder server.');
        await ada.hasNotReloaded();
        await ada.page.reload();
        await ada.seesText('Geschreven zonder server.');
      }),

      step('an answer that gets lost on its way back does not double the post', async () => {
        await ada.page.route('**/api/v1/communities/*/threads', loseFirstAnswer());
        await ada.post('Twee keer verstuurd, een keer bewaard.');
        await ada.seesText('Twee keer verstuurd, een keer bewaard.');
        await ada.sees(ada.page.getByText(text('unsent.sending')), 0);
        await ada.page.reload();
        await ada.seesText('Twee keer verstuurd, een keer bewaard.');
      }),

      step('what is refused can be dropped', async () => {
        await ada.page.route('**/api/v1/communities/*/threads', (route) =>
          route.request().method() === 'POST' ? route.fulfill(refusal) : route.fallback(),
        );
        await ada.post('Dit mag niet.');
        await ada.sees(ada.page.getByText(text('unsent.failed', { why: text('problem.forbidden') })));
        await ada.page.reload();
        await ada.seesText('Dit mag niet.');
        await ada.button(text('unsent.discard')).click();
        await ada.seesText('Dit mag niet.', 0);
      }),
    ];
  },
};

const refusal = {
  status: 403,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'urn:kring:problem:forbidden', title: 'Forbidden', status: 403 }),
};

async function fieldHolds(person: Person, words: string): Promise<void> {
  const field = person.page.getByLabel(text('composer.body'));
  await until(async () => (await written(field)) === words);
}

/** The server stores the post, but the browser never hears of it. */
function loseFirstAnswer() {
  let isLost = false;
  return async (route: Route) => {
    if (route.request().method() !== 'POST' || isLost) return route.fallback();
    isLost = true;
    await route.fetch();
    return route.abort('connectionreset');
  };
}
