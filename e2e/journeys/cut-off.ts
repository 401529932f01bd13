import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { Line } from '../line.ts';
import { Person, until } from '../person.ts';
import { Random } from '../random.ts';
import { text } from '../texts.ts';

const STORM_MS = 15_000;
/** After an outage a client waits a while before it tries again, so that not all come back at once. */
const CALM_WITHIN_MS = 60_000;
const EMOJI = ['👍', '❤️', '🎉'];

/**
 * Several people write and react while their connections break at random, also in the middle of an answer: what was
 * written is stored once, and every screen shows it once, in the order in which a fresh one does.
 */
export const cutOff: Journey = {
  name: 'cut-off',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    // One for the weather and one for each person, so that what one does changes nothing for the others.
    const weather = new Random();
    const written: string[] = [];
    const people: Person[] = [];
    let line: Line;
    let thread: { id: string };
    let community: { id: string };
    let isStormy = true;
    const seeded = (name: string, run: () => Promise<void>) =>
      step(name, () =>
        run().catch((error) => {
          throw new Error(`SEED=${weather.seed}: ${error.stack}`);
        }),
      );
    const posts = (person: Person) =>
      person.page
        .locator('ol > li[id^="post-"] .post-body')
        .evaluateAll((all) => all.map((one) => one.textContent?.trim() ?? ''));
    const reactions = (person: Person) =>
      person.page
        .locator('[aria-pressed][aria-label*="reaction"], button[aria-pressed]:has(> .leading-none)')
        .evaluateAll((all) =>
          all.map((one) => `${one.closest('[id^="post-"]')?.id} ${one.getAttribute('aria-label')}`),
        );

    return [
      step('three people have the same thread open, over a bad line', async () => {
        line = await Line.to(kring.port, weather);
        await kring.stop();
        await kring.start({ KRING_ORIGIN: line.origin });
        const ada = await Person.arrives(stage, 'Ada Admin', { baseURL: line.origin });
        await ada.setUp(`${line.origin}/setup#code=${kring.setupCode}`, 'Testbouw');
        community = await ada.api('POST', '/communities', { name: 'Nieuwbouw Noord', kind: 'project' });
        people.push(ada);
        for (const name of ['Bram Bouwer', 'Carla Calculator']) {
          const { url } = await ada.api('POST', '/invitations', { role: 'member' });
          const person = await Person.arrives(stage, name, { baseURL: line.origin });
          await person.accept(url);
          await person.api('POST', `/communities/${community.id}/join`);
          people.push(person);
        }
        thread = await ada.api('POST', `/communities/${community.id}/threads`, {
          kind: 'update',
          body: 'Het stormt op de bouw.',
        });
        await Promise.all(
          people.map(async (person) => {
            await person.page.goto(`/threads/${thread.id}`);
            await person.sees(person.replyField);
            await person.mark();
          }),
        );
      }),

      seeded(
        `they write and react while the line breaks again and again (SEED=${weather.seed})`,
        async () => {
          line.become('bad');
          const storm = rage();
          const works = people.map((person, n) => work(person, new Random(weather.seed + n + 1)));
          try {
            await Promise.all(works);
          } finally {
            isStormy = false;
            await storm;
          }
          assert.ok(written.length >= 9, `only ${written.length} texts were written`);
        },
      ),

      seeded('once it is calm, everything is stored, once', async () => {
        line.become('fine');
        await Promise.all(people.map((person) => person.page.context().setOffline(false)));
        await Promise.all(
          people.map(async (person) => {
            await until(
              async () => (await person.page.locator('[data-unsent]').count()) === 0,
              CALM_WITHIN_MS,
            );
            await person.sees(person.page.getByText(text('shell.offline')), 0);
          }),
        );
        const { items } = await people[0]!.api('GET', `/threads/${thread.id}/posts?limit=100`);
        const stored = items
          .map(({ body }: { body: string }) => body)
          .filter((body: string) => written.includes(body));
        assert.deepEqual(stored.toSorted(), written.toSorted());
      }),

      seeded('every screen shows it once, as a fresh one does, and none was loaded again', async () => {
        const shown: Array<{ posts: string[]; reactions: string[] }> = [];
        for (const person of people) {
          await until(async () => (await posts(person)).length === written.length, CALM_WITHIN_MS);
          await person.hasNotReloaded();
          shown.push({ posts: await posts(person), reactions: await reactions(person) });
        }
        for (const [n, person] of people.entries()) {
          await person.page.reload();
          await until(async () => (await posts(person)).length === written.length);
          assert.deepEqual(
            shown[n],
            { posts: await posts(person), reactions: await reactions(person) },
            person.name,
          );
        }
        line.close();
      }),
    ];

    /** Somebody is without a connection for a moment, or all are cut at once; and every third answer breaks off. */
    async function rage(): Promise<void> {
      while (isStormy) {
        await sleep(weather.between(200, 900));
        if (weather.isOneIn(3)) {
          line.cut();
          continue;
        }
        const context = weather.oneOf(people).page.context();
        await context.setOffline(true);
        await sleep(weather.between(200, 1500));
        await context.setOffline(false);
      }
    }

    async function work(person: Person, chance: Random): Promise<void> {
      for (const end = Date.now() + STORM_MS; Date.now() < end; ) {
        await sleep(chance.between(100, 900));
        if (chance.isOneIn(3)) await react(person, chance);
        else await write(person, `${person.name}, tekst ${written.length + 1}.`);
      }
    }

    async function write(person: Person, words: string): Promise<void> {
      written.push(words);
      await person.reply(words);
      await person.sees(person.page.getByText(words, { exact: true }));
    }

    /** As a thumb does: what comes of it is seen in the end. */
    async function react(person: Person, chance: Random): Promise<void> {
      const add = person.page.getByRole('article').getByRole('button', { name: text('reaction.add') });
      const chosen = add.nth(chance.below(await add.count()));
      const choice = person.page.getByRole('dialog', { name: text('reaction.add') });
      // Its code may not come either: that is said, and one presses again.
      await until(async () => {
        if (!(await choice.isVisible())) await chosen.click();
        return choice.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => false,
        );
      }, CALM_WITHIN_MS);
      await choice
        .getByRole('button', { name: chance.oneOf(EMOJI), exact: true })
        .first()
        .click();
    }
  },
};
