import assert from 'node:assert/strict';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { PASSWORD, Person } from '../person.ts';
import { text } from '../texts.ts';

const NEW_PASSWORD = 'sluisdeur kano 88';

/** The first minutes of an installation and of its people, and the way back in for who forgot the password. */
export const comingIn: Journey = {
  name: 'coming-in',
  steps(stage: Stage): Step[] {
    let ada: Person;
    let tess: Person;
    let link = '';

    return [
      step('the first administrator finds what is to be done, and it ticks itself', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        await ada.setUp(stage.kring.setupLink, 'Testbouw');
        await ada.seesText(text('first.steps', { done: 0, all: 5 }));
        await ada.api('POST', '/communities', { name: 'Noord', kind: 'project', visibility: 'public' });
        await ada.page.reload();
        await ada.seesText(text('first.steps', { done: 1, all: 5 }));
      }),

      step('a pasted list shows what is wrong with it, and the others get their links', async () => {
        const { page } = ada;
        await page.goto('/admin?tab=invitations');
        await page.getByRole('radio', { name: text('invite.many') }).check({ force: true });
        await page
          .getByLabel(text('invite-many.list'))
          .fill('"Leeuwen, Tess van" <tess.van.leeuwen@example.com>; geen adres');
        await ada.seesText(text('field.not-an-email'));
        await ada.button(text('invite-many.submit', { n: 1 })).click();
        await ada.seesText(text('invite-many.made', { n: 1, wrong: 0 }));
        link = (await page.getByText(/\/invitations\//).textContent()) ?? '';
      }),

      step('a Dutch newcomer finds their name there and stays Dutch', async () => {
        tess = await Person.arrives(stage, 'Tess van Leeuwen', { locale: 'nl-NL' });
        const { page } = tess;
        await page.goto(link);
        await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
        assert.equal(await page.getByLabel('Je naam').inputValue(), 'Tess van Leeuwen');
        await tess.button('Account aanmaken').click();
        await tess.sees(page.getByRole('heading', { name: 'Welkom, Tess van Leeuwen' }));
        await page.reload();
        await tess.sees(page.getByRole('heading', { name: 'Welkom, Tess van Leeuwen' }));
        assert.equal((await tess.api('GET', '/session')).user.language, 'nl');
      }),

      step('an administrator makes a link for a new password, which works once', async () => {
        const { page } = ada;
        await page.goto('/admin');
        await ada.button(text('admin.actions', { name: tess.name })).click();
        await page.getByRole('menuitem', { name: text('reset-link.make') }).click();
        await page
          .getByRole('alertdialog')
          .getByRole('button', { name: text('reset-link.make') })
          .click();
        const field = page.getByLabel(text('reset-link.link'));
        await ada.sees(field);
        const reset = await field.inputValue();
        const elsewhere = await Person.arrives(stage, 'Tess elsewhere');
        await elsewhere.page.goto(reset);
        await elsewhere.page.getByLabel(text('field.password'), { exact: true }).fill(NEW_PASSWORD);
        await elsewhere.button(text('reset.submit')).click();
        await elsewhere.sees(elsewhere.page.getByRole('heading', { name: 'Welkom, Tess van Leeuwen' }));
        await elsewhere.page.goto(reset);
        await elsewhere.sees(elsewhere.page.getByRole('heading', { name: 'Deze link werkt niet meer' }));
      }),

      step('the device that was logged out by it says why', async () => {
        await tess.page.goto('/');
        await tess.sees(tess.page.getByText(/^Je bent op dit apparaat uitgelogd/));
        await tess.page.getByRole('button', { name: 'Inloggen', exact: true }).click();
        await tess.seesText('Vul je e-mailadres in.');
      }),

      step('somebody is made an administrator only after a question', async () => {
        const { page } = ada;
        await page.goto('/admin');
        await ada.button(text('admin.actions', { name: tess.name })).click();
        await page.getByRole('menuitem', { name: text('admin.make-admin') }).click();
        const question = page.getByRole('alertdialog');
        await ada.sees(question.getByText(text('role-dialog.admin-text')));
        await question.getByRole('button', { name: text('admin.make-admin') }).click();
        await ada.sees(question, 0);
        assert.equal((await ada.api('GET', '/users?role=admin')).items.length, 2);
      }),
    ];
  },
};
