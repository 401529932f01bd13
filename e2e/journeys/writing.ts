import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { Person, until } from '../person.ts';
import { text } from '../texts.ts';

const sample = (name: string) => readFileSync(new URL(`../pasted/${name}`, import.meta.url), 'utf8').trim();

/** Writing: what is typed, chosen and pasted is stored as the Markdown that a person would have written. */
export const writing: Journey = {
  name: 'writing',
  steps(stage: Stage): Step[] {
    let ada: Person;
    const field = () => ada.page.getByRole('textbox', { name: text('composer.body') });
    const plainly = () => ada.page.getByRole('button', { name: text('writing.plain') });

    /** The Markdown behind the text: what the plain field shows. */
    async function stored(): Promise<string> {
      await plainly().click();
      const markdown = await field().inputValue();
      await plainly().click();
      await becomesRich();
      return markdown;
    }
    const becomesRich = () => until(async () => (await field().getAttribute('contenteditable')) === 'true');
    async function is(markdown: string): Promise<void> {
      const found = await stored();
      if (found !== markdown) throw new Error(`Stored:\n${found}\ninstead of:\n${markdown}`);
    }
    async function empty(): Promise<void> {
      await field().click();
      await field().press('Control+A');
      await field().press('Delete');
    }

    return [
      step('an administrator begins to write before the editor has come, and goes on in it', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        const { promise: late, resolve: letCome } = Promise.withResolvers<void>();
        await ada.page.route(/\/assets\/rich-[^/]*\.js$/, (route) => late.then(() => route.continue()));
        await ada.setUp(stage.kring.setupLink, 'Testbouw');
        await field().click();
        await ada.page.keyboard.type('Half een ');
        letCome();
        await becomesRich();
        await ada.page.keyboard.type('gedachte');
        await is('Half een gedachte');
        await empty();
      }),

      step('signs typed by hand become the thing, and what only looks like signs stays', async () => {
        const { keyboard } = ada.page;
        await keyboard.type('Dit is **vet** en 2 * 3 * 4 in snake_case_naam #beton C#');
        await keyboard.press('Enter');
        await keyboard.type('- een');
        await keyboard.press('Enter');
        await keyboard.type('[] doen');
        await is('Dit is **vet** en 2 * 3 * 4 in snake_case_naam #beton C#\n\n- een\n- [ ] doen');
      }),

      step('somebody is mentioned, and an emoji found by its name, without a mouse', async () => {
        await empty();
        await ada.page.keyboard.type('Dank @ad');
        await ada.sees(ada.page.getByRole('option', { name: /Ada Admin/ }));
        await ada.page.keyboard.press('Enter');
        await ada.page.keyboard.type(':tada');
        await ada.sees(ada.page.getByRole('option', { name: /party popper/ }));
        await ada.page.keyboard.press('Enter');
        const handle = (await ada.api('GET', '/session')).user.handle;
        await is(`Dank @${handle} 🎉`);
      }),

      ...['word', 'outlook', 'google-docs', 'web-page'].map((name) =>
        step(`what is pasted from ${name} comes out clean`, async () => {
          await empty();
          await paste(field(), { 'text/html': sample(`${name}.clipboard`), 'text/plain': name });
          await is(sample(`${name}.md`));
        }),
      ),

      step('pasted plain text keeps its lines', async () => {
        await empty();
        await paste(field(), { 'text/plain': sample('plain.txt') });
        await is(sample('plain.md'));
      }),

      step('an address pasted over words makes them a link', async () => {
        await empty();
        await ada.page.keyboard.type('het plan');
        await field().press('Control+A');
        await paste(field(), { 'text/plain': 'https://a.example/plan' });
        await is('[het plan](https://a.example/plan)');
      }),

      step('a file goes along, and the post shows what the field showed', async () => {
        await empty();
        await paste(field(), { 'text/html': sample('web-page.clipboard'), 'text/plain': 'x' });
        await ada.page
          .locator('input[type=file]')
          .first()
          .setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('plan') });
        await ada.sees(ada.page.getByRole('list', { name: text('writing.files') }));
        await field().press('Control+Enter');
        await ada.sees(ada.page.getByRole('link', { name: /plan\.txt/ }));
        await ada.sees(ada.page.locator('.post-body pre code.language-python'));
        await ada.sees(ada.page.getByText('Meten is weten.'));
      }),

      step('words selected in a post go into the reply, with who said them', async () => {
        const post = ada.page.getByRole('article').filter({ hasText: 'Meten is weten.' }).first();
        await post.getByText('Meten is weten.').selectText();
        await ada.page.getByRole('button', { name: text('post.quote') }).click();
        const reply = ada.replyField;
        await until(async () => (await reply.getAttribute('contenteditable')) === 'true');
        await until(async () => reply.evaluate((it) => it === document.activeElement));
        await ada.page.keyboard.type('Zo is het');
        await reply.press('Control+Enter');
        await ada.sees(post.locator('blockquote', { hasText: 'Ada Admin:' }));
        await ada.seesText('Zo is het');
      }),

      step('a picture may speak for itself', async () => {
        await field().click();
        await ada.page
          .locator('input[type=file]')
          .first()
          .setInputFiles({ name: 'alleen.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
        await field().press('Control+Enter');
        await ada.sees(ada.page.getByRole('article').getByRole('link', { name: /alleen\.txt/ }));
      }),

      step('a session that ends asks for the password in place, and what was written is sent', async () => {
        await field().click();
        await ada.page.keyboard.type('Midden in een zin');
        await ada.page.context().clearCookies();
        await field().press('Control+Enter');
        const dialog = ada.page.getByRole('alertdialog');
        await ada.sees(dialog);
        await dialog.getByLabel(text('field.password'), { exact: true }).fill('dijkgraaf fiets 47');
        await dialog.getByRole('button', { name: text('log-in.submit'), exact: true }).click();
        await ada.sees(dialog, 0);
        await ada.seesText('Midden in een zin');
        await ada.sees(ada.page.getByText(text('unsent.sending')), 0);
      }),
    ];
  },
};

const paste = (field: Locator, data: Record<string, string>): Promise<void> =>
  field.evaluate((it, given) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
    it.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
