import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { Person, until, written } from '../person.ts';
import { text } from '../texts.ts';

/** What everybody agrees to before going on, without losing a word. */
export const houseRules: Journey = {
  name: 'house-rules',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let bram: Person;
    const cover = () => bram.page.getByRole('alertdialog', { name: text('house-rules.title') });

    return [
      step('an administrator writes them, looks how they will look, and publishes them', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        await ada.setUp(kring.setupLink, 'Testbouw');
        const { url } = await ada.api('POST', '/invitations', { role: 'member' });
        bram = await Person.arrives(stage, 'Bram Bouwer');
        await bram.accept(url);
        await ada.page.goto('/admin?tab=rules');
        await ada.page
          .getByLabel(text('rules-admin.text'), { exact: true })
          .fill('# Zo doen we\n\nWees **aardig**.');
        await ada.button(text('rules-admin.preview')).click();
        await ada.sees(ada.page.getByRole('heading', { name: 'Zo doen we' }));
      }),

      step('whoever is writing meanwhile is asked at a pause, and finds the text as it was', async () => {
        const body = bram.page.getByLabel(text('composer.body'));
        await body.fill('Half een gedachte');
        await ada.button(text('rules-admin.publish')).click();
        await ada.page
          .getByRole('alertdialog')
          .getByRole('button', { name: text('rules-admin.publish') })
          .click();
        await ada.seesText(text('rules-admin.accepted', { n: 1, all: 2 }));
        await bram.sees(cover());
        await bram.sees(cover().getByRole('heading', { name: 'Zo doen we' }));
        await bram.button(text('house-rules.accept')).click();
        await bram.sees(cover(), 0);
        if ((await written(body)) !== 'Half een gedachte') throw new Error('the text is gone');
      }),

      step('they are asked once, and the administrator sees that they accepted', async () => {
        await bram.page.reload();
        await bram.sees(bram.page.getByRole('heading', { name: text('nav.home') }));
        await bram.sees(cover(), 0);
        await ada.page.reload();
        await ada.seesText(text('rules-admin.accepted', { n: 2, all: 2 }));
        await ada.seesText(text('rules-admin.all'));
      }),

      step('what is sent before a new version was read waits, and goes when it is accepted', async () => {
        await bram.page.routeWebSocket(/socket\.io/, (socket) => socket.close());
        await bram.page.reload();
        await ada.api('POST', '/house-rules', { body: 'Nog aardiger.', changes: 'Aardiger.', version: 1 });
        await bram.post('Dit gaat straks');
        await bram.sees(cover());
        await bram.sees(cover().getByText(`${text('house-rules.new')} Aardiger.`));
        await bram.button(text('house-rules.accept')).click();
        await until(async () => {
          const { items } = await ada.api('GET', '/feeds/everything');
          return items.some(({ post }: { post: { body: string } }) => post.body === 'Dit gaat straks');
        });
      }),

      step('they can be read again from the settings', async () => {
        await bram.page.goto('/settings');
        await bram.page.getByRole('link', { name: text('house-rules.title') }).click();
        await bram.seesText('Nog aardiger.');
      }),
    ];
  },
};
