import assert from 'node:assert/strict';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { fitFaults } from '../looking/fitting.ts';
import { DESK, NARROW, showOn } from '../looking/screens.ts';
import { Person, until, written } from '../person.ts';
import { text } from '../texts.ts';

const A_DAY_MS = 24 * 60 * 60 * 1000;
/** One more than a picture may have. */
const TOO_MANY_BYTES = 25 * 1024 * 1024 + 1;
/** More than one person may give to one post. */
const EMOJI = [...'👍👎😀😂😍😮😢😡🎉🚀👀🙏👏🔥💯🤔🙌💡🍰🌧💪👌🤝✋👋🤞😊😅😉😴🙈💀🏁📌📅📣🔧🌱🌈🎂'];

/** What goes wrong on the side of people: each has an answer, and no text is lost. */
export const badDays: Journey = {
  name: 'bad-days',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let bram: Person;
    let carla: Person;
    let project: { id: string };
    let thread: { id: string };
    const field = () => bram.page.getByLabel(text('composer.body'));
    const replies = async ({ page }: Person) =>
      (await page.locator('ol > li[id^="post-"] .post-body').allTextContents()).map((words) => words.trim());
    const starts = (body: string) =>
      ada.api('POST', `/communities/${project.id}/threads`, { kind: 'update', body });

    return [
      step('a project, and a colleague in it', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        await ada.setUp(kring.setupLink, 'Testbouw');
        project = await ada.api('POST', '/communities', {
          name: 'Zuid',
          kind: 'project',
          visibility: 'private',
        });
        thread = await starts('Het kenteken is KR-12-NG.');
        const { url } = await ada.api('POST', '/invitations', { role: 'member' });
        bram = await Person.arrives(stage, 'Bram Bouwer');
        await bram.accept(url);
        const { id } = (await bram.api('GET', '/session')).user;
        await ada.api('PUT', `/communities/${project.id}/members/${id}`, { role: 'member' });
      }),

      step(
        'a picture that is too large is refused before it is sent, and the text goes without it',
        async () => {
          await bram.page.goto(`/communities/${project.id}`);
          await field().fill('Zie de foto.');
          await bram.page
            .locator('input[type=file]')
            .first()
            .evaluate((input: HTMLInputElement, bytes) => {
              const chosen = new DataTransfer();
              chosen.items.add(new File([new Uint8Array(bytes)], 'bouw.png', { type: 'image/png' }));
              input.files = chosen.files;
              input.dispatchEvent(new Event('change', { bubbles: true }));
            }, TOO_MANY_BYTES);
          await bram.sees(bram.page.getByRole('alert').filter({ hasText: text('problem.too-large') }));
          await bram.page
            .getByRole('button', { name: text('writing.file-remove', { name: 'bouw.png' }) })
            .click();
          await bram.page.getByRole('button', { name: text('composer.send'), exact: true }).click();
          await bram.seesText('Zie de foto.');
        },
      ),

      step('two tabs write the same draft, and it is sent once', async () => {
        const other = await bram.page.context().newPage();
        await Promise.all([bram.page, other].map((page) => page.goto(`/threads/${thread.id}`)));
        await bram.replyField.fill('In twee tabs.');
        const there = other.getByLabel(text('reply.label'));
        await until(async () => (await written(there)) === 'In twee tabs.');
        await there.press('Control+Enter');
        await until(async () => (await written(bram.replyField)) === '');
        await bram.seesText('In twee tabs.');
        await other.close();
        assert.deepEqual(await replies(bram), ['In twee tabs.']);
      }),

      step('a clock that is a day ahead puts nothing out of order', async () => {
        const context = { locale: 'en-GB' };
        carla = await Person.arrives(stage, 'Carla Calculator', context);
        await carla.page.addInitScript((ahead) => {
          const now = Date.now.bind(Date);
          class Ahead extends Date {
            constructor(...given: [] | [number]) {
              super(...((given.length > 0 ? given : [now() + ahead]) as [number]));
            }
            static override now = () => now() + ahead;
          }
          globalThis.Date = Ahead as DateConstructor;
        }, A_DAY_MS);
        const { url } = await ada.api('POST', '/invitations', { role: 'member' });
        await carla.accept(url);
        const { id } = (await carla.api('GET', '/session')).user;
        await ada.api('PUT', `/communities/${project.id}/members/${id}`, { role: 'member' });
        await carla.page.goto(`/threads/${thread.id}`);
        await carla.reply('Uit de toekomst.');
        await bram.seesText('Uit de toekomst.');
        await bram.reply('Van vandaag.');
        const inOrder = ['In twee tabs.', 'Uit de toekomst.', 'Van vandaag.'];
        for (const person of [bram, carla]) {
          await person.seesText('Van vandaag.');
          await person.sees(person.page.locator('[data-unsent]'), 0);
          await until(async () => (await replies(person)).join() === inOrder.join());
          await person.page.reload();
          await until(async () => (await replies(person)).join() === inOrder.join());
        }
      }),

      step(
        'more reactions than anybody reads fit on the narrowest screen, and the rest is a press away',
        async () => {
          const { items } = await ada.api('GET', `/threads/${thread.id}/posts`);
          for (const [n, emoji] of EMOJI.entries())
            await (n % 2 ? ada : carla).api(
              'PUT',
              `/posts/${items[0].id}/reactions/${encodeURIComponent(emoji)}`,
            );
          await showOn(bram.page, NARROW);
          const kinds = bram.page.getByRole('button', { name: text('reaction.count', { emoji: '', n: 1 }) });
          await until(async () => (await kinds.count()) === 12);
          await bram.button(text('reaction.more', { n: EMOJI.length - 12 })).click();
          await until(async () => (await kinds.count()) === EMOJI.length);
          // What the pointer happens to be over says who did.
          await bram.page.mouse.move(0, 0);
          await bram.sees(bram.page.getByText(text('loading'), { exact: true }), 0);
          await bram.sees(bram.page.getByRole('tooltip'), 0);
          assert.deepEqual(await fitFaults(bram.page), []);
          await showOn(bram.page, DESK);
        },
      ),

      step('what is archived while somebody writes keeps their text', async () => {
        await bram.page.goto(`/communities/${project.id}`);
        await field().fill('Nog één ding over de kraan.');
        await ada.api('DELETE', `/communities/${project.id}`);
        await bram.seesText(text('kept.archived'));
        await bram.seesText('Nog één ding over de kraan.');
        await ada.api('POST', `/communities/${project.id}/restore`);
      }),

      step('who may not look any more sees nothing of it, but their own text', async () => {
        await bram.page.goto(`/threads/${thread.id}`);
        await bram.replyField.fill('Mijn eigen woorden.');
        await bram.page.waitForTimeout(400);
        const { id } = (await bram.api('GET', '/session')).user;
        await ada.api('DELETE', `/communities/${project.id}/members/${id}`);
        await bram.seesText(text('kept.gone'));
        await bram.seesText('Mijn eigen woorden.');
        await bram.sees(bram.page.getByText('KR-12-NG'), 0);
      }),
    ];
  },
};
