import assert from 'node:assert/strict';
import type { CDPSession } from 'playwright-core';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { Person, until } from '../person.ts';
import { text } from '../texts.ts';

/** No connection, no open tab, another person at the same browser: what still works, and what must not be left. */
export const away: Journey = {
  name: 'away',
  steps(stage: Stage): Step[] {
    const { kring } = stage;
    let ada: Person;
    let bram: Person;
    let project: any;
    let thread: any;
    let secret: any;
    const offline = (is: boolean) => ada.page.context().setOffline(is);

    return [
      step('two people, a project, a thread, and a secret', async () => {
        ada = await Person.arrives(stage, 'Ada Admin', { serviceWorkers: 'allow' });
        await ada.page.context().grantPermissions(['notifications'], { origin: kring.origin });
        await ada.setUp(kring.setupLink, 'Testbouw');
        const { url } = await ada.api('POST', '/invitations', { role: 'member' });
        bram = await Person.arrives(stage, 'Bram Bouwer');
        await bram.accept(url);
        const me = (await ada.api('GET', '/session')).user.id;
        project = await bram.api('POST', '/communities', { name: 'Nieuwbouw Noord', kind: 'project' });
        await ada.api('POST', `/communities/${project.id}/join`);
        thread = await bram.api('POST', `/communities/${project.id}/threads`, {
          kind: 'update',
          body: 'De kraan komt om negen uur.',
        });
        const secluded = await bram.api('POST', '/communities', {
          name: 'Overname',
          kind: 'project',
          visibility: 'secret',
        });
        await bram.api('PUT', `/communities/${secluded.id}/members/${me}`, {});
        secret = await bram.api('POST', `/communities/${secluded.id}/threads`, {
          kind: 'update',
          body: 'Dit blijft onder ons.',
        });
        secret.me = me;
      }),

      step('the app installs itself, with the name of the organisation', async () => {
        const { page } = ada;
        const manifest = await (await page.request.get('/manifest.webmanifest')).json();
        assert.match(manifest.name, /Testbouw/);
        for (const { src } of manifest.icons) assert.equal((await page.request.get(src)).status(), 200);
        await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
        await page.reload();
        await until(() => page.evaluate(() => navigator.serviceWorker.controller !== null));
      }),

      step('what was read is there without a connection, also after a reload', async () => {
        const { page } = ada;
        await page.goto(`/threads/${secret.id}`);
        await ada.seesText('Dit blijft onder ons.');
        await page.goto(`/threads/${thread.id}`);
        await ada.seesText('De kraan komt om negen uur.');
        for (const key of [`["thread","${thread.id}"]`, `["community","${project.id}"]`])
          await keptOffline(ada, key);
        await page.goto('/');
        await ada.seesText('De kraan komt om negen uur.');
        await keptOffline(ada, '["threads",');
        await offline(true);
        await page.reload();
        await ada.seesText('De kraan komt om negen uur.');
        await page.goto(`/threads/${thread.id}`);
        await ada.seesText('De kraan komt om negen uur.');
        await ada.seesText(text('shell.offline'));
      }),

      step('a reply written without one waits, through a reload too', async () => {
        // The field becomes rich as soon as it is used; its code comes from the device too.
        await ada.replyField.click();
        await until(() => ada.replyField.evaluate((it) => (it as HTMLElement).isContentEditable));
        await ada.reply('Ik zet de poort open.');
        await ada.seesText('Ik zet de poort open.');
        await ada.sees(ada.page.getByText(text('unsent.waiting')));
        await ada.page.reload();
        await ada.seesText('Ik zet de poort open.');
      }),

      step('and is sent once, by the next tab, when the one it was written in was killed', async () => {
        const context = ada.page.context();
        await ada.page.close({ runBeforeUnload: false });
        await offline(false);
        const page = await context.newPage();
        ada.page = page;
        await page.goto(`/threads/${thread.id}`);
        await ada.seesText('Ik zet de poort open.');
        await until(async () => (await replies(bram, thread.id)).length === 1);
        await page.reload();
        await ada.seesText('Ik zet de poort open.');
        assert.deepEqual(await replies(bram, thread.id), ['Ik zet de poort open.']);
      }),

      step('what was lost meanwhile is not kept', async () => {
        const { page } = ada;
        await page.goto(`/threads/${secret.id}`);
        await ada.seesText('Dit blijft onder ons.');
        await keptOffline(ada, `["thread","${secret.id}"]`);
        await page.goto('about:blank');
        await bram.api('DELETE', `/communities/${secret.communityId}/members/${secret.me}`);
        await page.goto('/');
        await ada.sees(page.getByRole('heading', { name: text('nav.home') }));
        await until(async () => !(await kept(ada)).includes('Dit blijft onder ons.'));
      }),

      step('no cache holds what anybody wrote', async () => {
        const cached = await ada.page.evaluate(cachedTexts);
        assert.ok(cached.urls.length > 10);
        assert.deepEqual(
          cached.urls.filter((url) => url.includes('/api/')),
          [],
        );
        assert.doesNotMatch(cached.texts, /kraan|onder ons/);
      }),

      step('a message of the server is shown in my language, and leads to the very post', async () => {
        const { page } = ada;
        const reply = await bram.api('POST', `/threads/${thread.id}/posts`, {
          body: 'Om tien uur, @ada.admin.',
        });
        const deliver = await pushes(ada, kring.origin);
        // Over a page that is looked at nothing pops up.
        await page.goto('about:blank');
        await until(() => nobodyLooks(ada));
        const message = {
          kind: 'mention',
          who: 'Bram Bouwer',
          others: 0,
          place: { kind: 'project', name: 'Nieuwbouw Noord' },
          words: 'Om tien uur, @ada.admin.',
          path: `/threads/${thread.id}#post-${reply.id}`,
          tag: thread.id,
          unread: 1,
          language: 'nl',
          at: new Date().toISOString(),
        };
        await deliver(message);
        await page.goto('/');
        await ada.sees(page.getByRole('heading', { name: text('nav.home') }));
        await until(async () => (await shown(ada)).length === 1);
        assert.deepEqual(await shown(ada), [
          {
            title: 'Bram Bouwer noemt je',
            body: 'Nieuwbouw Noord\nOm tien uur, @ada.admin.',
            path: message.path,
          },
        ]);
        await page.evaluate((path) => {
          navigator.serviceWorker.dispatchEvent(
            new MessageEvent('message', { data: { type: 'open', path } }),
          );
        }, message.path);
        await until(async () => page.url().endsWith(message.path));
        await ada.sees(page.locator(`#post-${reply.id}`));
      }),

      step('a log-out leaves nothing behind: no text, no message', async () => {
        const { page } = ada;
        await until(async () => /kraan/.test(await kept(ada)));
        await page.goto('/settings');
        await ada.button(text('settings.log-out')).click();
        await until(async () => page.url().includes('/login'));
        await until(async () => (await kept(ada)) === '');
        assert.deepEqual(await shown(ada), []);
        await offline(true);
        await page.goto('/');
        await until(async () => (await page.getByText('De kraan komt').count()) === 0);
        await offline(false);
      }),
    ];
  },
};

const replies = async (person: Person, threadId: string): Promise<string[]> =>
  (await person.api('GET', `/threads/${threadId}/posts`)).items
    .filter(({ position }: any) => position > 1)
    .map(({ body }: any) => body);

/** Everything that stands in the browser's own database, as one text. */
const kept = (person: Person): Promise<string> =>
  person.page.evaluate(
    () =>
      new Promise<string>((done) => {
        const opening = indexedDB.open('kring-offline');
        opening.onsuccess = () => {
          const db = opening.result;
          if (!db.objectStoreNames.contains('kept')) return done('');
          const all = db.transaction('kept').objectStore('kept').getAll();
          all.onsuccess = () => {
            db.close();
            done(all.result.length === 0 ? '' : JSON.stringify(all.result));
          };
        };
        opening.onerror = () => done('');
      }),
  );

const keptOffline = (person: Person, key: string) => until(async () => (await kept(person)).includes(key));

async function cachedTexts(): Promise<{ urls: string[]; texts: string }> {
  const urls: string[] = [];
  let texts = '';
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      urls.push(request.url);
      const answer = await cache.match(request);
      if (answer && /json|html/.test(answer.headers.get('content-type') ?? '')) texts += await answer.text();
    }
  }
  return { urls, texts };
}

const nobodyLooks = async (person: Person): Promise<boolean> => {
  const [worker] = person.page.context().serviceWorkers();
  return worker!.evaluate(async () => (await (globalThis as any).clients.matchAll()).length === 0);
};

const shown = (person: Person): Promise<unknown[]> =>
  person.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const notifications = await registration.getNotifications();
    return notifications.map(({ title, body, data }) => ({ title, body, path: data.path }));
  });

/** Hands the service worker a message as the browser does: a push service is not there without the network. */
async function pushes(person: Person, origin: string): Promise<(message: object) => Promise<void>> {
  const session: CDPSession = await person.page.context().newCDPSession(person.page);
  const versions: any[] = [];
  session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) =>
    versions.push(...registrations),
  );
  await session.send('ServiceWorker.enable');
  await until(async () => versions.length > 0);
  const { registrationId } = versions.find(({ scopeURL }) => scopeURL.startsWith(origin));
  return (message) =>
    session
      .send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(message) })
      .then(() => undefined);
}
