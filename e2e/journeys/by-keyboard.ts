import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { PASSWORD, Person, until } from '../person.ts';
import { text } from '../texts.ts';

const MOST_TABS = 200;

/** A day without a mouse: from the log-in to the log-out, by Tab, Enter, arrows and Escape alone. */
export const byKeyboard: Journey = {
  name: 'by-keyboard',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let bram: Person;
    let project: { id: string };
    const press = (keys: string) => bram.page.keyboard.press(keys);
    const types = (words: string) => bram.page.keyboard.type(words, { delay: 10 });
    const hasFocus = (what: Locator) =>
      what.evaluateAll((all) => all.some((one) => one.contains(document.activeElement)));
    const tabTo = async (what: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
      await bram.sees(what.first(), await what.first().count());
      for (let tabs = 0; !(await hasFocus(what)); tabs++) {
        if (tabs > MOST_TABS) throw new Error(`${key} never led to ${what}`);
        await press(key);
      }
    };
    const presses = async (what: Locator) => {
      await tabTo(what);
      await press('Enter');
    };
    const main = () => bram.page.getByRole('main');
    const article = (words: string) => bram.page.getByRole('article').filter({ hasText: words });

    return [
      step('a project, and somebody who works there', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        await ada.setUp(kring.setupLink, 'Testbouw');
        project = await ada.api('POST', '/communities', { name: 'Nieuwbouw Noord', kind: 'project' });
        const { url } = await ada.api('POST', '/invitations', { role: 'member' });
        const before = await Person.arrives(stage, 'Bram Bouwer');
        await before.accept(url);
        await before.api('POST', `/communities/${project.id}/join`);
        await before.leave();
        await ada.api('POST', `/communities/${project.id}/threads`, { kind: 'update', body: 'Over #beton.' });
        bram = await Person.arrives(stage, 'Bram Bouwer');
        await bram.page.addInitScript(() => {
          addEventListener('pointerdown', ({ isTrusted }) => {
            if (isTrusted) Object.assign(globalThis, { __pressed: true });
          });
        });
      }),

      step('they log in', async () => {
        await bram.page.goto('/');
        await tabTo(bram.page.getByLabel(text('field.email')));
        await types(bram.email);
        await tabTo(bram.page.getByLabel(text('field.password'), { exact: true }));
        await types(PASSWORD);
        await press('Enter');
        await bram.sees(bram.page.getByRole('heading', { name: text('nav.home') }));
      }),

      step('skip what is the same everywhere', async () => {
        await bram.page.reload();
        await bram.sees(bram.page.getByRole('heading', { name: text('nav.home') }));
        await press('Tab');
        assert.ok(await hasFocus(bram.page.getByRole('link', { name: text('shell.skip') })));
        await press('Enter');
        await until(() => hasFocus(main()));
        await press('Tab');
        assert.ok(await hasFocus(main()), 'the next Tab goes on inside the page');
      }),

      step('open a community, and begin there', async () => {
        await tabTo(
          bram.page
            .getByRole('navigation', { name: text('nav.my-communities') })
            .getByRole('link', { name: /Nieuwbouw Noord/ }),
          'Shift+Tab',
        );
        await press('Enter');
        await bram.sees(bram.page.getByRole('heading', { level: 1, name: 'Nieuwbouw Noord' }));
        await until(() => hasFocus(main()));
      }),

      step('write a post with a mention and a topic, in bold, and send it', async () => {
        const field = bram.page.getByRole('textbox', { name: text('composer.body') });
        await tabTo(field);
        await until(async () => (await field.getAttribute('contenteditable')) === 'true');
        await types('Dank @ad');
        await bram.sees(bram.page.getByRole('option', { name: /Ada Admin/ }));
        await press('Enter');
        await types('voor #bet');
        await bram.sees(bram.page.getByRole('option', { name: /beton/ }));
        await press('Enter');
        // The buttons over the text are one stop; arrows go through them.
        await tabTo(bram.page.getByRole('toolbar', { name: text('writing.toolbar') }), 'Shift+Tab');
        await press('Shift+Tab');
        assert.ok(!(await hasFocus(bram.page.getByRole('toolbar'))), 'the toolbar is one stop');
        await tabTo(field);
        await presses(bram.page.getByRole('button', { name: text('composer.send'), exact: true }));
        await bram.sees(article('voor').getByRole('link', { name: '#beton' }));
        await keepsItsPlace();
      }),

      step('react to what somebody else wrote, after a look and Escape', async () => {
        const add = article('Over')
          .getByRole('button', { name: text('reaction.add') })
          .first();
        const choice = bram.page.getByRole('dialog', { name: text('reaction.add') });
        await presses(add);
        await bram.sees(choice);
        await press('Escape');
        await bram.sees(choice, 0);
        await until(() => hasFocus(add));
        await press('Enter');
        await presses(choice.getByRole('button', { name: '👍', exact: true }).first());
        await bram.sees(bram.button(text('reaction.count', { emoji: '👍', n: 1 })));
        await until(() => hasFocus(add));
      }),

      step('reply to it', async () => {
        await tabTo(
          article('Over')
            .getByRole('button', { name: text('thread.reply') })
            .first(),
          'Shift+Tab',
        );
        await press('Enter');
        await until(() => hasFocus(bram.replyField));
        await types('Goed om te weten.');
        await press('Control+Enter');
        await bram.seesText('Goed om te weten.');
        await keepsItsPlace();
      }),

      step('ask to delete it, and think better of it', async () => {
        const reply = bram.page.getByRole('listitem').filter({ hasText: 'Goed om te weten.' });
        const more = reply.getByRole('button', { name: text('post.more') });
        const question = bram.page.getByRole('alertdialog').or(bram.page.getByRole('dialog'));
        const remove = bram.page.getByRole('menuitem', { name: text('post.delete') });
        await bram.sees(bram.page.getByText(text('unsent.sending')), 0);
        await tabTo(more, 'Shift+Tab');
        await press('Enter');
        await bram.sees(remove);
        await press('End');
        await until(() => hasFocus(remove));
        await press('Enter');
        await bram.sees(question);
        await presses(question.getByRole('button', { name: text('cancel') }));
        await bram.sees(question, 0);
        await until(() => hasFocus(more));
      }),

      step('read what concerns them', async () => {
        const { handle } = (await bram.api('GET', '/session')).user;
        await ada.api('POST', `/communities/${project.id}/threads`, {
          kind: 'question',
          body: `Kun jij morgen, @${handle}?`,
        });
        const link = bram.page
          .getByRole('navigation', { name: text('nav.main') })
          .getByRole('link', { name: text('nav.notifications') });
        await bram.sees(link.getByText(text('nav.unread', { n: 1 })));
        await tabTo(link, 'Shift+Tab');
        await press('Enter');
        await bram.sees(bram.page.getByRole('heading', { level: 1, name: text('nav.notifications') }));
        await presses(main().getByRole('listitem').getByRole('link').first());
        await bram.sees(bram.page.getByRole('heading', { level: 1 }).or(bram.replyField).first());
        await bram.sees(article('Kun jij morgen'));
      }),

      step('go somewhere by the palette, which Escape leaves where it was opened', async () => {
        const palette = bram.page.getByRole('dialog', { name: text('palette.title') });
        const react = main()
          .getByRole('button', { name: text('reaction.add') })
          .first();
        await tabTo(react);
        await press('Control+k');
        await bram.sees(palette);
        await press('Escape');
        await bram.sees(palette, 0);
        await until(() => hasFocus(react));
        await press('Control+k');
        await types(text('nav.settings').slice(0, 5));
        await bram.sees(palette.getByRole('menuitem', { name: text('nav.settings') }));
        await press('Enter');
        await bram.sees(bram.page.getByRole('heading', { level: 1, name: text('nav.settings') }));
      }),

      step('log other devices out, one after the other, without looking for the next', async () => {
        for (const device of ['one', 'two'])
          await fetch(`${kring.origin}/api/v1/session`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', origin: kring.origin, 'user-agent': device },
            body: JSON.stringify({ email: bram.email, password: PASSWORD }),
          });
        await bram.page.reload();
        const others = bram.page.getByRole('button', { name: text('sessions.end-label', { name: '' }) });
        await until(async () => (await others.count()) >= 2);
        await tabTo(others.first());
        for (let left = (await others.count()) - 1; left >= 0; left--) {
          await press('Enter');
          await until(async () => (await others.count()) === left);
          if (left > 0) await until(() => hasFocus(others));
        }
        await until(() => bram.page.evaluate(() => document.activeElement !== document.body));
      }),

      step('and log out; nobody pressed anything but keys', async () => {
        assert.equal(await bram.page.evaluate(() => '__pressed' in globalThis), false);
        await presses(bram.page.getByRole('button', { name: text('settings.log-out'), exact: true }));
        await bram.sees(bram.page.getByLabel(text('field.email')));
        assert.deepEqual(
          bram.complaints.filter((one) => !/status of 401/.test(one)),
          [],
        );
      }),
    ];

    /** Whoever has sent something goes on from there, and does not begin at the top of the page again. */
    async function keepsItsPlace() {
      assert.ok(await hasFocus(main()), 'after sending, the focus is in the page');
    }
  },
};
