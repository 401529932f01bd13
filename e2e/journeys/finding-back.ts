import assert from 'node:assert/strict';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { Person, until } from '../person.ts';
import { text } from '../texts.ts';

/** Links lead to the very post, and back leads to the very place. */
export const findingBack: Journey = {
  name: 'finding-back',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let long: { id: string };
    let early: { id: string };
    const scrolled = () => ada.page.evaluate<number>('window.scrollY');
    const isInView = async (words: string) => {
      const box = await ada.page.getByText(words, { exact: true }).boundingBox();
      return box !== null && box.y >= 0 && box.y + box.height <= 900;
    };

    return [
      step('a company in which much was said', async () => {
        ada = await Person.arrives(stage, 'Ada Admin', { viewport: { width: 1440, height: 900 } });
        await ada.setUp(kring.setupLink, 'Testbouw');
        const place = await ada.api('POST', '/communities', { name: 'Nieuwbouw Noord', kind: 'project' });
        const threads = `/communities/${place.id}/threads`;
        long = await ada.api('POST', threads, { kind: 'update', body: 'Een lang gesprek.' });
        for (let n = 1; n <= 45; n += 1) {
          const post = await ada.api('POST', `/threads/${long.id}/posts`, { body: `Antwoord ${n}.` });
          if (n === 4) early = post;
        }
        for (let n = 1; n <= 8; n += 1) {
          const { id } = await ada.api('POST', threads, { kind: 'update', body: `Gesprek ${n}.` });
          for (const reply of [1, 2, 3])
            await ada.api('POST', `/threads/${id}/posts`, { body: `Over ${n}: ${reply}.` });
        }
      }),

      step('a link to a reply far back shows that reply, marked for a moment', async () => {
        await ada.page.goto(`/threads/${long.id}#post-${early.id}`);
        await until(() => isInView('Antwoord 4.'));
        const ground = () =>
          ada.page.evaluate<string>(
            `getComputedStyle(document.getElementById('post-${early.id}')).backgroundColor`,
          );
        await until(async () => (await ground()) !== 'rgba(0, 0, 0, 0)');
        await until(async () => (await ground()) === 'rgba(0, 0, 0, 0)');
      }),

      step('what it belongs to stands beside it', async () => {
        const beside = ada.page.getByRole('complementary', { name: text('context.thread') });
        await ada.sees(beside.getByText('Nieuwbouw Noord'));
        await ada.sees(beside.getByRole('link', { name: 'Ada Admin' }));
      }),

      step('back from a thread leads to the same place of the feed, with what was opened there', async () => {
        await ada.page.goto('/');
        const earlier = ada.page.getByRole('button', { name: text('thread.earlier', { n: 1 }), exact: true });
        await earlier.nth(5).click();
        await ada.sees(ada.page.getByText('Over 3: 1.', { exact: true }));
        await ada.page.getByText('Gesprek 2.', { exact: true }).scrollIntoViewIfNeeded();
        const before = await scrolled();
        assert.ok(before > 300, `the feed was scrolled by ${before} px only`);
        const thread = ada.page.getByRole('article').filter({ hasText: 'Gesprek 2.' });
        await thread
          .getByRole('link')
          .filter({ has: ada.page.locator('time') })
          .first()
          .click();
        await ada.page.waitForURL('**/threads/**');
        await ada.page.goBack();
        await ada.sees(ada.page.getByText('Over 3: 1.', { exact: true }));
        await until(async () => Math.abs((await scrolled()) - before) <= 2);
      }),
    ];
  },
};
