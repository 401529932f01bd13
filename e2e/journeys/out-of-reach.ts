import type { Route } from 'playwright-core';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { Person, until } from '../person.ts';
import { text } from '../texts.ts';

const CODE = /\/assets\/.*\.js$/;
const drop = (route: Route) => route.abort('connectionreset');

/** Code and answers that do not come take away nothing of what is there, and come when they are asked for again. */
export const outOfReach: Journey = {
  name: 'out-of-reach',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let bram: Person;
    let thread: { id: string };
    const notOpened = () => ada.page.getByText(text('shell.not-opened'));
    const onPost = (name: string) =>
      ada.page
        .getByRole('article')
        .getByRole('button', { name: text(name as 'post.more') })
        .first();
    const hasFocus = (name: string) => onPost(name).evaluate((it) => it === document.activeElement);
    const isWhole = () => ada.seesText('Wie heeft de sleutel?');

    return [
      step(
        'two people have a thread open; live news find their way after code that did not come',
        async () => {
          ada = await Person.arrives(stage, 'Ada Admin');
          await ada.setUp(kring.setupLink, 'Testbouw');
          const { url } = await ada.api('POST', '/invitations', { role: 'member' });
          const { companyCommunityId } = await ada.api('GET', '/session');
          thread = await ada.api('POST', `/communities/${companyCommunityId}/threads`, {
            kind: 'update',
            body: 'Wie heeft de sleutel?',
          });
          bram = await Person.arrives(stage, 'Bram Bouwer');
          await bram.accept(url);
          await bram.page.goto(`/threads/${thread.id}`);

          let dropped = 0;
          await ada.page.route(/\/assets\/esm-[^/]*\.js$/, (route) =>
            dropped++ < 2 ? drop(route) : route.continue(),
          );
          await ada.page.goto(`/threads/${thread.id}`);
          await isWhole();
          await bram.reply('Ik.');
          await ada.seesText('Ik.');
          if (dropped < 3) throw new Error('the code of the connection was never asked for again');
          await ada.mark();
        },
      ),

      step(
        'a menu whose code does not come leaves the view, says so, and opens when pressed again',
        async () => {
          await ada.page.route(CODE, drop);
          await onPost('post.more').focus();
          await ada.page.keyboard.press('Enter');
          await ada.sees(notOpened());
          await isWhole();
          await until(() => hasFocus('post.more'));
          await ada.page.unroute(CODE, drop);
          await ada.page.keyboard.press('Enter');
          await ada.sees(ada.page.getByRole('menu'));
          await ada.sees(notOpened(), 0);
        },
      ),

      step('so do a question, a sheet and a field', async () => {
        const opened = [
          {
            open: () => ada.page.getByRole('menuitem', { name: text('post.delete') }).press('Enter'),
            is: 'alertdialog',
          },
          { open: () => ada.page.keyboard.press('?'), is: 'dialog' },
        ] as const;
        for (const { open, is } of opened) {
          await ada.page.route(CODE, drop);
          await open();
          await ada.sees(notOpened());
          await isWhole();
          await ada.page.unroute(CODE, drop);
          if (is === 'alertdialog') await onPost('post.more').press('Enter');
          await open();
          await ada.sees(ada.page.getByRole(is).or(ada.page.getByRole('dialog')).first());
          await ada.sees(notOpened(), 0);
          await ada.page.keyboard.press('Escape');
          await ada.sees(ada.page.getByRole('dialog').or(ada.page.getByRole('alertdialog')), 0);
        }
        const edit = async () => {
          await onPost('post.more').press('Enter');
          await ada.page.getByRole('menuitem', { name: text('post.edit') }).press('Enter');
        };
        await ada.page.route(CODE, drop);
        await edit();
        await ada.sees(notOpened());
        await isWhole();
        await ada.page.unroute(CODE, drop);
        await edit();
        await ada.sees(ada.button(text('post.save')));
        await ada.button(text('cancel')).press('Enter');
        await isWhole();
        await ada.hasNotReloaded();
      }),

      step('a reaction that fails takes back itself, and nothing that others felt meanwhile', async () => {
        const thumbs = (person: Person, n: number) =>
          person.page
            .getByRole('article')
            .getByRole('button', { name: text('reaction.count', { emoji: '👍', n }) });
        const post = (person: Person) => person.page.getByRole('article').first();
        let held: Route | undefined;
        await ada.page.route('**/reactions/*', (route) => {
          held = route;
        });
        await ada.react(post(ada), '👍');
        await ada.sees(thumbs(ada, 1));
        await until(async () => held !== undefined);
        await bram.react(post(bram), '👍');
        await ada.sees(thumbs(ada, 2));
        await held!.abort('connectionreset');
        await ada.sees(thumbs(ada, 1));
        await ada.sees(ada.page.locator('[aria-pressed=true]'), 0);
        await ada.page.unroute('**/reactions/*');
        await thumbs(ada, 1).click();
        await Promise.all([ada, bram].map((person) => person.sees(thumbs(person, 2))));
        await ada.hasNotReloaded();
      }),

      step('a reaction that does not arrive is said in its place, and goes when tried again', async () => {
        const reactions = '**/api/v1/posts/*/reactions/*';
        await ada.page.unrouteAll({ behavior: 'ignoreErrors' });
        await ada.page.goto(`/threads/${thread.id}`);
        await ada.page.route(reactions, drop);
        await ada.react(ada.page.getByRole('article').first(), '🎉');
        const said = ada.page
          .getByRole('status')
          .filter({ hasText: text('reaction.not-arrived', { emoji: '🎉' }) });
        await ada.sees(said);
        await ada.page.unroute(reactions);
        await said.getByRole('button', { name: text('error.again') }).click();
        await ada.sees(ada.page.getByRole('button', { name: text('reaction.count', { emoji: '🎉', n: 1 }) }));
        await ada.sees(said, 0);
      }),
    ];
  },
};
