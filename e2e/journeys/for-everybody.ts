import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { PASSWORD, Person, until, written } from '../person.ts';
import { text } from '../texts.ts';

/** Whoever listens hears of what comes at most this often (parts/Arrivals.tsx). */
const PAUSE_MS = 6000;
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/** What only people notice, and no rule of axe: who cannot drag, remember a password, or see what comes. */
export const forEverybody: Journey = {
  name: 'for-everybody',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let bram: Person;
    let community: string;
    let thread: { id: string };
    const says = (body: string) =>
      bram.api('POST', `/communities/${community}/threads`, { kind: 'update', body });
    const answers = (body: string) => bram.api('POST', `/threads/${thread.id}/posts`, { body });

    return [
      step(
        'a password may be pasted and kept by whatever keeps passwords, and nothing is a riddle',
        async () => {
          ada = await Person.arrives(stage, 'Ada Admin');
          await ada.page.goto(kring.setupLink);
          await keepsPasswords(ada, 'new-password');
          await ada.setUp(kring.setupLink, 'Testbouw');
          const { url } = await ada.api('POST', '/invitations', { role: 'member' });
          community = (await ada.api('GET', '/session')).companyCommunityId;
          bram = await Person.arrives(stage, 'Bram Bouwer');
          await bram.page.goto(url);
          await keepsPasswords(bram, 'new-password');
          await bram.accept(url);

          const again = await Person.arrives(stage, 'Bram Bouwer');
          await again.page.goto('/login');
          await keepsPasswords(again, 'current-password');
          for (const [label, words] of [
            ['field.email', again.email],
            ['field.password', PASSWORD],
          ] as const) {
            await again.page.evaluate((copied) => navigator.clipboard.writeText(copied), words);
            await again.page.getByLabel(text(label), { exact: true }).press('Control+v');
          }
          assert.equal(
            await again.page.locator('input:visible').count(),
            2,
            'an address and a password are enough',
          );
          await again.page.keyboard.press('Enter');
          await again.sees(again.page.getByRole('heading', { name: text('nav.home') }));
          await again.leave();
        },
      ),

      step('whatever takes a file that is dropped has a button for it', async () => {
        thread = await ada.api('POST', `/communities/${community}/threads`, {
          kind: 'update',
          body: 'Hier.',
        });
        for (const [path, field] of [
          [`/communities/${community}`, 'composer.body'],
          [`/threads/${thread.id}`, 'reply.label'],
        ] as const) {
          await ada.page.goto(path);
          await ada.page.getByLabel(text(field)).first().focus();
          await choosesFile(ada, text('writing.attach'));
        }
        await ada.page.goto('/settings');
        await choosesFile(ada, text('portrait.choose'));
      }),

      step('help stands in the same place on every view, and is in the language of who reads', async () => {
        const help = ada.page
          .getByRole('link', { name: text('nav.help'), exact: true })
          .filter({ visible: true });
        for (const viewport of [WIDE, PHONE]) {
          await ada.page.setViewportSize(viewport);
          const places = new Set<string>();
          for (const path of [
            '/',
            '/catch-up',
            `/communities/${community}`,
            `/threads/${thread.id}`,
            '/settings',
          ]) {
            await ada.page.goto(path);
            await help.waitFor();
            const { x, y } = (await help.boundingBox())!;
            places.add(`${Math.round(x)},${Math.round(y)}`);
          }
          assert.equal(places.size, 1, [...places].join(' and '));
        }
        await help.click();
        await ada.sees(ada.page.getByRole('heading', { level: 1, name: text('help.title') }));
        await ada.sees(ada.page.getByRole('heading', { level: 2, name: 'Where to look' }));
        await ada.page.setViewportSize(WIDE);
      }),

      step(
        'threads that come are said politely, at most every six seconds, and take nobody’s focus',
        async () => {
          await ada.page.goto('/');
          const focused = ada.page
            .getByRole('article')
            .first()
            .getByRole('button', { name: text('reaction.add') });
          await focused.focus();
          await listen(ada);
          for (const nth of [1, 2, 3]) await says(`Bericht ${nth}.`);
          await until(async () => (await heard(ada)).length > 0);
          for (const nth of [4, 5]) await says(`Bericht ${nth}.`);
          await until(async () =>
            (await heard(ada)).some(({ words }) => words === text('feed.new', { n: 5 })),
          );
          await areThrottled(ada);
          assert.ok(await focused.evaluate((it) => it === document.activeElement));
        },
      ),

      step('so are replies, and who is writing goes on writing', async () => {
        await ada.page.goto(`/threads/${thread.id}`);
        await ada.replyField.focus();
        await ada.page.locator('[contenteditable=true]').waitFor();
        await ada.page.keyboard.type('Wat ik zeggen ');
        await listen(ada);
        await answers('Een.');
        await until(async () => (await heard(ada)).length > 0);
        for (const body of ['Twee.', 'Drie.', 'Vier.']) await answers(body);
        await ada.page.keyboard.type('wilde');
        const many = text('arrived.reply', { n: 3, name: 'Bram Bouwer' });
        await until(async () => (await heard(ada)).some(({ words }) => words === many));
        assert.deepEqual(
          (await heard(ada)).map(({ words }) => words),
          [text('arrived.reply', { n: 1, name: 'Bram Bouwer' }), many],
        );
        await areThrottled(ada);
        await ada.seesText('Vier.');
        assert.equal(await written(ada.replyField), 'Wat ik zeggen wilde');
      }),

      step('nobody is asked again for what they gave: a session that ended knows whose it was', async () => {
        await ada.api('DELETE', '/session');
        const question = ada.page.getByRole('alertdialog').or(ada.page.getByRole('dialog'));
        await ada.sees(question);
        await question.getByText(ada.email).first().waitFor();
        await question.getByLabel(text('field.password'), { exact: true }).fill(PASSWORD);
        await ada.page.keyboard.press('Enter');
        await ada.sees(question, 0);
        await ada.replyField.press('Control+Enter');
        await ada.seesText('Wat ik zeggen wilde');
      }),
    ];
  },
};

interface Said {
  words: string;
  at: number;
}

async function keepsPasswords({ page }: Person, use: string): Promise<void> {
  const password = page.getByLabel(text('field.password'), { exact: true });
  const email = page.getByLabel(text('field.email'));
  assert.deepEqual(
    [await password.getAttribute('autocomplete'), await email.getAttribute('autocomplete')],
    [use, 'username'],
  );
}

async function choosesFile({ page }: Person, name: string): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name }).first().press('Enter');
  await chosen;
}

/** Notes from now on what a screen reader would say by itself, and when. */
async function listen({ page }: Person): Promise<void> {
  await page.evaluate(() => {
    const said: Said[] = [];
    Object.assign(globalThis, { __said: said });
    interface Said {
      words: string;
      at: number;
    }
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest('[aria-live], [role=status], [role=alert]');
        const words = region?.textContent?.trim();
        if (!region || !words || said.at(-1)?.words === words) continue;
        const isRude = region.matches('[aria-live=assertive], [role=alert]');
        said.push({ words: isRude ? `rudely: ${words}` : words, at: performance.now() });
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** What is new; what the field says of its own suggestions and length is none. */
const heard = async ({ page }: Person): Promise<Said[]> => {
  const said = await page.evaluate(() => (globalThis as unknown as { __said: Said[] }).__said);
  return said.filter(({ words }) => /new/i.test(words));
};

async function areThrottled(person: Person): Promise<void> {
  await sleep(500);
  const said = await heard(person);
  assert.deepEqual(
    said.filter(({ words }) => words.startsWith('rudely')),
    [],
  );
  for (const [nth, { at }] of said.entries())
    if (nth > 0) assert.ok(at - said[nth - 1]!.at >= PAUSE_MS / 2, JSON.stringify(said));
}
