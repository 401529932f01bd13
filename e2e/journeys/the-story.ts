import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Request } from 'playwright-core';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { Person, until } from '../person.ts';
import { text } from '../texts.ts';

const COMMUNITY = 'Nieuwbouw Noord';
const MILESTONES = { Fundering: '2026-12-18', Oplevering: '2027-09-30' };
const TITLE = 'Start van de fundering';

/** From an empty server to three people working together, and through a crash without anybody losing a word. */
export const theStory: Journey = {
  name: 'the-story',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let bram: Person;
    let carla: Person;
    const links: string[] = [];
    const everybody = () => [ada, bram, carla];
    const eachOf = async (people: Person[], act: (person: Person) => Promise<void>) => {
      await Promise.all(people.map(act));
    };

    return [
      step('an administrator sets Kring up through the link that start-up printed', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        await ada.setUp(kring.setupLink, 'Testbouw');
        await ada.seesText(text('home.empty'));
        await ada.sees(ada.page.getByRole('link', { name: text('home.invite') }));
        await ada.mark();
      }),

      step('invites two colleagues by links the screen shows and copies', async () => {
        const { page } = ada;
        await ada.goTo(text('nav.admin'));
        await page.getByRole('tab', { name: text('admin.invitations') }).click();
        for (let n = 0; n < 2; n++) {
          await ada.button(text('invite.submit')).click();
          const field = page.getByLabel(text('invite.link'));
          await until(async () => (await field.count()) === 1 && !links.includes(await field.inputValue()));
          await ada.button(text('invite.copy')).click();
          await ada.sees(ada.button(text('invite.copied')));
          links.push(await page.evaluate('navigator.clipboard.readText()'));
          assert.equal(links[n], await field.inputValue());
        }
      }),

      step('makes a community for the project, with its dates and milestones', async () => {
        const { page } = ada;
        await ada.goTo(text('nav.communities'));
        await page
          .getByRole('main')
          .getByRole('link', { name: text('communities.create') })
          .click();
        await page.getByRole('radio', { name: text('community.kind-project') }).check();
        await page.getByLabel(text('community-form.name')).fill(COMMUNITY);
        await page.getByLabel(text('community-form.purpose')).fill('Twaalf woningen aan de Noordkade.');
        await page.getByLabel(text('community-form.starts')).fill('2026-11-02');
        await page.getByLabel(text('community-form.ends')).fill('2027-09-30');
        for (const [index, [title, due]] of Object.entries(MILESTONES).entries()) {
          const n = index + 1;
          await ada.button(text('milestones.add')).click();
          await page.getByLabel(text('milestones.what', { n }), { exact: true }).fill(title);
          await page.getByLabel(text('milestones.due', { n })).fill(due);
        }
        await ada.button(text('communities.create-submit')).click();
        await ada.sees(page.getByRole('heading', { name: COMMUNITY }));
        for (const title of Object.keys(MILESTONES))
          await ada.sees(page.getByRole('checkbox', { name: text('milestones.tick', { title }) }));
      }),

      step('both colleagues accept in browsers of their own', async () => {
        bram = await Person.arrives(stage, 'Bram Bouwer');
        carla = await Person.arrives(stage, 'Carla Calculator');
        await bram.accept(links[0]!);
        await carla.accept(links[1]!);
      }),

      step('find the project in the directory and join it', async () => {
        await eachOf([bram, carla], async (person) => {
          await person.mark();
          await person.goTo(text('nav.communities'));
          await person.page.getByRole('main').getByRole('link', { name: COMMUNITY }).first().click();
          await person.button(text('community.join')).click();
          await person.sees(person.button(text('nav.notifications')));
        });
      }),

      step('what one posts, the others see', async () => {
        await ada.post('Maandag begint het heiwerk.', TITLE);
        await ada.seesText('Maandag begint het heiwerk.');
        await eachOf([bram, carla], async (person) => {
          await person.button(text('feed.new', { n: 1 })).click();
          await person.seesText('Maandag begint het heiwerk.');
          await person.page.getByRole('link', { name: TITLE }).click();
        });
        await pressSlowly(ada, ada.page.getByRole('link', { name: TITLE }));
        await ada.sees(ada.page.getByRole('heading', { level: 1, name: TITLE }));
      }),

      step('what one answers, the others see', async () => {
        await bram.reply('De palen liggen klaar.');
        await eachOf(everybody(), (person) => person.seesText('De palen liggen klaar.'));
      }),

      step('how one reacts, the others see', async () => {
        await carla.react(replyOf(carla, 'De palen liggen klaar.'), '👍');
        const oneThumb = text('reaction.count', { emoji: '👍', n: 1 });
        await eachOf(everybody(), (person) => person.sees(person.button(oneThumb)));
      }),

      step('whoever is mentioned is told at once', async () => {
        await bram.replyField.pressSequentially('Kun jij de planning nalopen, @car');
        await bram.page.getByRole('option', { name: /Carla Calculator/ }).click();
        await bram.replyField.press('Control+Enter');
        await carla.sees(
          carla.page
            .getByRole('navigation', { name: text('nav.main') })
            .getByRole('link', { name: text('nav.notifications') })
            .getByText(text('nav.unread', { n: 1 })),
        );
      }),

      step('nobody had to reload', () => eachOf(everybody(), (person) => person.hasNotReloaded())),

      step('the server dies while all three are posting, and comes back', async () => {
        const underWay = everybody().map((person) => person.page.waitForRequest(isPosting));
        const sent = everybody().map((person) => person.reply(`Tijdens de klap, van ${person.name}.`));
        await Promise.race(underWay);
        await kring.kill();
        await Promise.all(sent);
        await eachOf(everybody(), (person) => person.reply(`Na de klap, van ${person.name}.`));
        await kring.start();
      }),

      step('nobody lost or doubled anything, or had to reload', async () => {
        const texts = everybody().flatMap(({ name }) => [
          `Tijdens de klap, van ${name}.`,
          `Na de klap, van ${name}.`,
        ]);
        await eachOf(everybody(), async (person) => {
          for (const words of texts) await eventually(person, words);
          await person.sees(person.page.getByText(text('unsent.sending')), 0);
          for (const words of texts) await person.seesText(words);
          await person.hasNotReloaded();
        });
        await eachOf(everybody(), async (person) => {
          await person.page.reload();
          for (const words of texts) await person.seesText(words);
        });
      }),

      step('and everything goes on live', async () => {
        await ada.reply('Iedereen er weer?');
        await eachOf([bram, carla], (person) => person.seesText('Iedereen er weer?'));
        for (const { name, complaints } of everybody())
          assert.deepEqual(
            complaints.filter((one) => !isOfAnOutage(one)),
            [],
            `errors in the console of ${name}`,
          );
      }),
    ];
  },
};

function replyOf(person: Person, words: string): Locator {
  return person.page.getByRole('listitem').filter({ hasText: words });
}

const isPosting = (request: Request) => request.method() === 'POST' && request.url().includes('/posts');

/** After an outage a client waits a while before it tries again, so that not all come back at once. */
async function eventually(person: Person, words: string): Promise<void> {
  const shown = person.page.getByText(words, { exact: true });
  await until(async () => (await shown.count()) > 0, 45_000);
}

const isOfAnOutage = (complaint: string) =>
  /ERR_CONNECTION|ERR_SOCKET_NOT_CONNECTED|ERR_EMPTY_RESPONSE|WebSocket connection/.test(complaint);

/** As people do: the field in which they wrote closes meanwhile, and must not move what they press from under them. */
async function pressSlowly({ page }: Person, target: Locator): Promise<void> {
  await target.hover();
  await page.mouse.down();
  await sleep(300);
  await page.mouse.up();
}
