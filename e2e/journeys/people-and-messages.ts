import assert from 'node:assert/strict';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { Person, until, written } from '../person.ts';
import { text } from '../texts.ts';

/** Two people find each other by filter and chart, and talk in private with a box that is always there. */
export const peopleAndMessages: Journey = {
  name: 'people-and-messages',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let bram: Person;
    const profile = async (person: Person, changes: object) => {
      const { user } = await person.api('GET', '/session');
      const { version } = await person.api('GET', `/users/${user.id}`);
      await person.api('PATCH', '/users/me', { version, ...changes });
      return user.id as string;
    };
    const box = (person: Person) => person.page.getByLabel(text('messages.write'));
    const says = async (person: Person, words: string) => {
      await box(person).fill(words);
      await box(person).press('Control+Enter');
      await person.seesText(words);
    };
    const badge = (person: Person) =>
      person.page.getByRole('link', { name: new RegExp(`^${text('nav.messages')} \\d+ unread$`) });

    return [
      step('two people work for one another', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        await ada.setUp(kring.setupLink, 'Testbouw');
        const { url } = await ada.api('POST', '/invitations', { role: 'member' });
        bram = await Person.arrives(stage, 'Bram Bouwer');
        await bram.accept(url);
        const leader = await profile(ada, { department: 'Directie' });
        await profile(bram, { department: 'Bouw', skills: ['Beton'], managerId: leader });
      }),

      step('a skill narrows the directory down, and stands in the address', async () => {
        const { page } = ada;
        await page.goto('/people');
        await page.getByLabel(text('people.skill')).selectOption('Beton');
        await ada.sees(page.getByRole('main').getByRole('link', { name: 'Ada Admin', exact: true }), 0);
        await ada.sees(page.getByRole('main').getByRole('link', { name: 'Bram Bouwer', exact: true }));
        assert.match(page.url(), /skill=Beton/);
      }),

      step('the chart opens by keyboard', async () => {
        const { page } = ada;
        await page.getByRole('link', { name: text('people.chart') }).click();
        const opener = ada.button(text('people.chart-open', { name: 'Ada Admin', n: 1 }));
        const below = page.getByRole('main').getByRole('link', { name: 'Bram Bouwer', exact: true });
        await ada.sees(below);
        await opener.press('Enter');
        await ada.sees(below, 0);
        await opener.press('Enter');
        await ada.sees(below);
        await below.click();
      }),

      step('from a profile one begins to write, and goes on in the same box', async () => {
        await ada.sees(ada.page.getByRole('heading', { level: 1, name: 'Bram Bouwer' }));
        await ada.button(text('person.message')).click();
        await says(ada, 'Heb je even?');
        await ada.sees(ada.page.locator('[data-unsent]'), 0);
        await says(ada, 'Het gaat over de kraan.');
        assert.equal(await written(box(ada)), '');
      }),

      step('the other has a badge, and a notification that says who wrote', async () => {
        await bram.sees(badge(bram));
        await bram.goTo(text('nav.notifications'));
        await bram.sees(bram.page.getByText('sent you a message').first());
        await bram.goTo(text('nav.messages'));
        await bram.page
          .getByRole('link', { name: /Ada Admin/ })
          .first()
          .click();
        await bram.seesText('Het gaat over de kraan.');
        await bram.sees(bram.page.locator('#new-messages'));
        await bram.sees(badge(bram), 0);
      }),

      step('answers come live, and the newest stays in view above the box', async () => {
        for (let n = 1; n <= 12; n++) await says(bram, `Regel ${n}, met genoeg woorden om iets te vullen.`);
        const newest = ada.page
          .locator('[id^="post-"]')
          .getByText('Regel 12, met genoeg woorden om iets te vullen.', { exact: true });
        await ada.sees(newest);
        await until(async () => {
          const [words, field] = [await newest.boundingBox(), await box(ada).boundingBox()];
          return words !== null && field !== null && words.y >= 0 && words.y + words.height <= field.y;
        });
      }),

      step('a link to a message leads into the conversation', async () => {
        const { page } = ada;
        const conversation = page.url();
        const id = await page.locator('[id^="post-"]').last().getAttribute('id');
        const post = await ada.api('GET', `/posts/${id?.replace('post-', '')}`);
        await page.goto(`/threads/${post.threadId}#${id}`);
        await ada.sees(box(ada));
        assert.equal(page.url().split('#')[0], conversation.split('#')[0]);
      }),
    ];
  },
};
