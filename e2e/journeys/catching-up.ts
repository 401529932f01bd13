import assert from 'node:assert/strict';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { Person, until } from '../person.ts';
import { text } from '../texts.ts';

const THREADS = 70;

/** Somebody comes back after absence, finds what concerns them, and goes through it and through a long feed. */
export const catchingUp: Journey = {
  name: 'catching-up',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let bram: Person;
    let project: { id: string };
    let question: { id: string };
    const posts = (body: string, kind = 'update') =>
      ada.api('POST', `/communities/${project.id}/threads`, { kind, body });
    const section = (name: string) => bram.page.getByRole('region', { name: new RegExp(`^${name}`) });
    const rows = () => bram.page.locator('[data-walk]');
    const focused = () =>
      bram.page.evaluate(() => document.activeElement?.closest('[data-walk]')?.textContent ?? '');
    const cards = () => bram.page.getByRole('article');
    /** The thread nearest to the top of the window, and where it stands. */
    const place = () =>
      bram.page.evaluate(() => {
        const all = [...document.querySelectorAll<HTMLElement>('article[data-thread]')];
        const first = all.find((card) => card.getBoundingClientRect().top >= 0);
        return { id: first?.dataset.thread, top: Math.round(first?.getBoundingClientRect().top ?? 0) };
      });

    /** How many threads lie over the one before. */
    const overlaps = () =>
      cards().evaluateAll((all) => {
        const edges = all.map((card) => card.getBoundingClientRect());
        return edges.filter(({ top }, n) => n > 0 && top < (edges[n - 1]?.bottom ?? 0) - 1).length;
      });

    return [
      step('somebody was away while a question, a mention and news came', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        await ada.setUp(kring.setupLink, 'Testbouw');
        project = await ada.api('POST', '/communities', { name: 'Nieuwbouw Noord', kind: 'project' });
        const { url } = await ada.api('POST', '/invitations', { role: 'member' });
        bram = await Person.arrives(stage, 'Bram Bouwer');
        await bram.accept(url);
        await bram.api('POST', `/communities/${project.id}/join`);
        const { handle } = (await bram.api('GET', '/session')).user;
        await posts(`Weet jij het, @${handle}?`, 'question');
        await posts(`Met dank aan @${handle}`);
        await posts('Vrijdag is het kantoor dicht', 'announcement');
        await posts('Eerste paal');
        await posts('Tweede paal');
      }),

      step('home says how much waits, and leads to it', async () => {
        await bram.page.goto('/');
        await bram.page
          .getByRole('main')
          .getByRole('link', { name: text('nav.catch-up') })
          .click();
        await bram.sees(bram.page.getByRole('heading', { level: 1, name: text('nav.catch-up') }));
        for (const name of ['questions', 'mentions', 'announcements'] as const)
          await bram.sees(section(text(`catch-up.section-${name}`)));
        await bram.sees(section(text('catch-up.rest')).getByRole('link', { name: 'Nieuwbouw Noord' }));
      }),

      step('they put the first aside by keyboard, and take that back', async () => {
        await bram.page.keyboard.press('j');
        await bram.page.keyboard.press('e');
        await bram.sees(section(text('catch-up.section-questions')), 0);
        await until(async () => /Met dank aan/.test(await focused()));
        await bram.sees(bram.button(text('catch-up.undo')));
        await bram.page.keyboard.press('u');
        await bram.sees(section(text('catch-up.section-questions')));
      }),

      step('what comes meanwhile is a number, and moves nothing', async () => {
        const before = await rows().allTextContents();
        await posts('Derde paal');
        await bram.sees(bram.button(text('feed.new', { n: 1 })));
        assert.equal((await rows().allTextContents()).length, before.length);
        await bram.button(text('feed.new', { n: 1 })).click();
        await bram.sees(bram.page.getByText(/^3 threads, 3 new posts/));
      }),

      step('one press puts everything aside, on every device and after loading again', async () => {
        await bram.button(text('catch-up.all-done')).click();
        await bram.seesText(text('catch-up.up-to-date'));
        await until(async () => (await bram.api('GET', '/catch-up/count')).total === 0);
        await bram.page.reload();
        await bram.seesText(text('catch-up.up-to-date'));
      }),

      step('a best answer is chosen on the page, and the question shows as answered', async () => {
        question = await bram.api('POST', `/communities/${project.id}/threads`, {
          kind: 'question',
          body: 'Welke kraan?',
        });
        await ada.api('POST', `/threads/${question.id}/posts`, { body: 'De grote' });
        await ada.page.goto('/unanswered');
        await ada.seesText('Welke kraan?');
        await ada.page.goto(`/threads/${question.id}`);
        const answer = ada.page.getByRole('listitem').filter({ hasText: 'De grote' });
        await answer.getByRole('button', { name: text('post.more') }).click();
        await ada.page.getByRole('menuitem', { name: text('thread.best') }).click();
        await ada.seesText(text('thread.best-answer'));
        await ada.seesText(text('thread.answered'));
        await ada.page.goto('/unanswered');
        await ada.seesText('Welke kraan?', 0);
      }),

      step('who asked finds it among what was decided', async () => {
        await bram.page.goto('/catch-up');
        const decided = section(text('catch-up.section-decided'));
        await bram.sees(decided.getByRole('link', { name: 'Welke kraan?' }));
        await decided
          .getByRole('button', { name: text('catch-up.done-with', { name: 'Welke kraan?' }) })
          .click();
        await bram.seesText(text('catch-up.up-to-date'));
      }),

      step('a long feed holds only what is near, numbered, and says where it ends', async () => {
        for (let n = 1; n <= THREADS; n++) await posts(`Bericht ${n}`);
        await bram.page.goto(`/communities/${project.id}`);
        await bram.sees(bram.page.getByText(`Bericht ${THREADS}`, { exact: true }));
        assert.equal(await cards().first().getAttribute('aria-posinset'), '1');
        await until(async () => (await overlaps()) === 0);
        await until(async () => {
          await bram.page.mouse.wheel(0, 3000);
          assert.ok((await cards().count()) < 30, 'all threads are in the page');
          await until(async () => (await overlaps()) === 0);
          return bram.page.getByText(text('feed.end', { n: THREADS + 7 })).isVisible();
        });
        assert.equal(await cards().last().getAttribute('aria-setsize'), String(THREADS + 7));
      }),

      step('going back leads to the very place', async () => {
        await bram.page.mouse.wheel(0, -2500);
        await until(async () => {
          const { top } = await place();
          await new Promise((drawn) => setTimeout(drawn, 100));
          return (await place()).top === top;
        });
        const before = await place();
        await bram.page.locator(`[data-thread="${before.id}"] [data-key=o]`).first().click();
        await bram.sees(bram.replyField);
        await bram.page.goBack();
        await until(async () => JSON.stringify(await place()) === JSON.stringify(before));
      }),

      step('new threads wait, and nothing moves until they are asked for', async () => {
        const before = await place();
        await posts('Nog een');
        await bram.sees(bram.button(text('feed.new', { n: 1 })));
        assert.deepEqual(await place(), before);
        await bram.button(text('feed.new', { n: 1 })).click();
        await until(async () => /Nog een/.test(await focused()));
      }),

      step('single keys walk, open and help; where they are off they do nothing', async () => {
        await bram.page.keyboard.press('j');
        await until(async () => /Bericht/.test(await focused()));
        await bram.page.keyboard.press('?');
        await bram.sees(bram.page.getByRole('dialog', { name: text('shortcuts.title') }));
        await bram.page.keyboard.press('Escape');
        await bram.page.keyboard.press('g');
        await bram.page.keyboard.press('s');
        await bram.page.getByText(text('settings.single-keys')).click();
        await bram.page.getByRole('heading', { level: 1 }).click();
        await bram.page.keyboard.press('?');
        await bram.page.keyboard.press('Control+k');
        await bram.sees(bram.page.getByRole('dialog', { name: text('palette.title') }));
        await bram.sees(bram.page.getByRole('dialog', { name: text('shortcuts.title') }), 0);
      }),

      step('the palette leads to a community by a few letters', async () => {
        await bram.page.keyboard.type('nn');
        await bram.sees(bram.page.getByRole('menuitem', { name: 'Nieuwbouw Noord' }));
        await bram.page.keyboard.press('Enter');
        await bram.sees(bram.page.getByRole('heading', { level: 1, name: 'Nieuwbouw Noord' }));
        assert.deepEqual(bram.complaints, []);
      }),
    ];
  },
};
