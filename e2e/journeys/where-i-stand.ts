import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { Person, until } from '../person.ts';
import { text } from '../texts.ts';

/** What others decide about somebody, and what they decide themselves, shows at once and everywhere. */
export const whereIStand: Journey = {
  name: 'where-i-stand',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let bram: Person;
    let bramId: string;
    let otherTab: Page;
    let thread: { id: string };
    let runners: string;
    let roofers: string;
    const makes = async (name: string, visibility: string) => {
      const { id } = await ada.api('POST', '/communities', { name, kind: 'group', visibility });
      return id as string;
    };
    const declineButtons = () => bram.button(text('community.decline'));

    return [
      step('somebody is asked into two communities, and is in a third', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        await ada.setUp(kring.setupLink, 'Testbouw');
        const { url } = await ada.api('POST', '/invitations', { role: 'member' });
        bram = await Person.arrives(stage, 'Bram Bouwer');
        await bram.accept(url);
        bramId = (await bram.api('GET', '/session')).user.id;
        runners = await makes('Hardlopers', 'public');
        await bram.api('POST', `/communities/${runners}/join`);
        thread = await ada.api('POST', `/communities/${runners}/threads`, {
          kind: 'update',
          body: 'Dinsdag?',
        });
        roofers = await makes('Dakwerk', 'private');
        for (const id of [roofers, await makes('Overname', 'secret')])
          await ada.api('POST', `/communities/${id}/invitations`, { userIds: [bramId] });
      }),

      step('they decline the one from their notifications, where it is gone then', async () => {
        await bram.goTo(text('nav.notifications'));
        await bram.sees(declineButtons(), 2);
        const row = bram.page.getByRole('listitem').filter({ hasText: 'Dakwerk' });
        await row.getByRole('button', { name: text('community.decline') }).click();
        await bram.sees(declineButtons(), 1);
      }),

      step('and the other on its page, which is none for them any more', async () => {
        await bram.page
          .getByRole('listitem')
          .getByRole('link', { name: /Overname/ })
          .click();
        await bram.sees(bram.page.getByRole('heading', { name: 'Overname' }));
        await declineButtons().click();
        await bram.sees(bram.page.getByRole('heading', { name: text('nav.communities') }));
        await bram.sees(bram.page.getByText('Overname'), 0);
      }),

      step('what they answer is unread in none of their tabs', async () => {
        otherTab = await bram.page.context().newPage();
        await otherTab.goto('/communities');
        const dots = async () =>
          (
            await Promise.all([bram.page, otherTab].map((page) => page.locator('[data-unread]').count()))
          ).join();
        await ada.api('POST', `/threads/${thread.id}/posts`, { body: 'Of woensdag?' });
        await until(async () => (await dots()) === '1,1');
        await bram.api('POST', `/threads/${thread.id}/posts`, { body: 'Woensdag.' });
        await until(async () => (await dots()) === '0,0');
      }),

      step(
        'made an administrator, they have the menu of one without loading the page, and lose it so',
        async () => {
          await bram.mark();
          const menu = bram.page.getByRole('link', { name: text('nav.admin') });
          await ada.api('PATCH', `/users/${bramId}`, { role: 'admin' });
          await bram.sees(menu);
          await ada.api('PATCH', `/users/${bramId}`, { role: 'member' });
          await bram.sees(menu, 0);
          await bram.hasNotReloaded();
        },
      ),

      step('a community gets a colour and a picture of its own', async () => {
        const { page } = ada;
        await page.goto(`/communities/${roofers}/edit`);
        await page.getByRole('radio', { name: text('hue.teal') }).check({ force: true });
        const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 60 } });
        await page
          .getByLabel(text('portrait.choose'))
          .setInputFiles({ name: 'dak.png', mimeType: 'image/png', buffer: picture });
        await ada.sees(ada.button(text('portrait.remove')));
        await ada.button(text('post.save')).click();
        await ada.sees(page.getByRole('main').locator('header svg image'));
        const saved = await ada.api('GET', `/communities/${roofers}`);
        assert.equal(saved.hue, 180);
        assert.match(saved.picture, /files/);
      }),

      step('an announcement asks everybody to confirm, until they did; who asks sees who did', async () => {
        const { page } = ada;
        await page.goto(`/communities/${runners}`);
        const composer = page.getByRole('form', { name: text('composer.label') });
        await composer.getByLabel(text('composer.body')).click();
        await composer.getByLabel(text('composer.kind')).selectOption('announcement');
        await composer.getByText(text('acknowledge.ask')).click();
        await ada.post('Voortaan om zes uur.');
        await bram.goTo(text('nav.home'));
        await bram.page
          .getByRole('link', { name: text('acknowledge.waits', { n: 1, more: 'false' }) })
          .click();
        await bram.button(text('acknowledge.confirm')).click();
        await bram.seesText(text('acknowledge.given'));
        await ada.button(text('acknowledge.who')).click();
        await page.getByRole('tab', { name: text('acknowledge.confirmed') }).click();
        await ada.sees(page.getByRole('dialog').getByText('Bram Bouwer'));
        await ada.button(text('close')).click();
        await bram.goTo(text('nav.home'));
        await bram.sees(bram.page.getByRole('form', { name: text('composer.label') }));
        await bram.sees(bram.page.getByText(text('acknowledge.waits', { n: 1, more: 'false' })), 0);
        // In the open feed it may still wait to be let in.
        await bram.page.reload();
        const asked = bram.page.getByRole('article').filter({ hasText: 'Voortaan om zes uur.' });
        await bram.sees(asked);
      }),

      step('a guest is let into what the invitation names, and into nothing else', async () => {
        const { page } = ada;
        await page.goto('/admin?tab=invitations');
        await page.getByLabel(text('invite.role'), { exact: true }).selectOption('guest');
        const picker = page.getByRole('group', { name: text('invite.communities') });
        await picker.getByText('Dakwerk').click();
        await ada.button(text('invite.submit')).click();
        const link = page.getByLabel(text('invite.link'));
        await ada.sees(link);
        const gerda = await Person.arrives(stage, 'Gerda Gast');
        await gerda.accept(await link.inputValue());
        const mine = gerda.page.getByRole('navigation', { name: text('nav.my-communities') });
        await gerda.sees(mine.getByRole('link', { name: 'Dakwerk' }));
        await gerda.sees(mine.getByRole('link', { name: /Hardlopers|Testbouw/ }), 0);
      }),
    ];
  },
};
