import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { Person } from '../person.ts';
import { text } from '../texts.ts';

/** Two people in one thread see each other come, write and go; and after a crash all of that is right again. */
export const whoIsThere: Journey = {
  name: 'who-is-there',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let bram: Person;
    const ringAroundBram = () => ada.page.locator('[data-thread] [data-present]');
    const typing = (name: string) => ada.page.getByText(text('typing.one', { name })).first();

    return [
      step('two people have the same thread open', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        await ada.setUp(kring.setupLink, 'Testbouw');
        const project = await ada.api('POST', '/communities', { name: 'Nieuwbouw Noord', kind: 'project' });
        const { url } = await ada.api('POST', '/invitations', { role: 'member' });
        bram = await Person.arrives(stage, 'Bram Bouwer');
        await bram.accept(url);
        await bram.api('POST', `/communities/${project.id}/join`);
        const thread = await bram.api('POST', `/communities/${project.id}/threads`, {
          kind: 'update',
          body: 'De kraan is er.',
        });
        for (const person of [ada, bram]) {
          await person.page.goto(`/threads/${thread.id}`);
          await person.seesText('De kraan is er.');
        }
      }),

      step('who is there has a ring round the portrait', () => ada.sees(ringAroundBram())),

      step('what one types is not sent, but that they type is said, and nothing moves', async () => {
        const before = await ada.replyField.boundingBox();
        await bram.replyField.pressSequentially('Mooi');
        await ada.sees(typing('Bram Bouwer'));
        assert.deepEqual(await ada.replyField.boundingBox(), before);
        await bram.sees(bram.page.getByText(text('typing.one', { name: 'Bram Bouwer' })), 0);
      }),

      step('once it is sent, nobody types any more', async () => {
        await bram.reply('Mooi zo.');
        await ada.seesText('Mooi zo.');
        await ada.sees(ada.page.locator('[aria-live=polite]', { hasText: 'Bram Bouwer' }), 0);
      }),

      step('after a crash both know of each other again', async () => {
        await kring.kill();
        await ada.sees(ringAroundBram(), 0);
        await kring.start();
        // Each would try by itself within half a minute.
        for (const { page } of [ada, bram]) await page.evaluate(`dispatchEvent(new Event('online'))`);
        await ada.sees(ringAroundBram(), 2);
        await bram.replyField.pressSequentially('En nu?');
        await ada.sees(typing('Bram Bouwer'));
      }),

      step('a server that is stopped in order says so, and nobody reads that it is gone', async () => {
        let hasTried = false;
        ada.page.on('websocket', () => {
          hasTried = true;
        });
        await kring.stop();
        // Longer than a page waits before it says that there is no connection.
        await sleep(3_500);
        // On a machine that was busy elsewhere the time to come back may have passed; then it may say so.
        if (!hasTried) await ada.sees(ada.page.getByText(text('shell.offline')), 0);
        await kring.start();
        for (const { page } of [ada, bram]) await page.evaluate(`dispatchEvent(new Event('online'))`);
        await ada.sees(ringAroundBram(), 2);
      }),

      step('who leaves is gone', async () => {
        await bram.leave();
        await ada.sees(ringAroundBram(), 0);
      }),
    ];
  },
};
