import assert from 'node:assert/strict';
import { attacks } from '../../libs/posts/src/markdown/fixtures/attacks.ts';
import { type Journey, type Stage, type Step, step } from '../journey.ts';
import { Person, until } from '../person.ts';
import { text } from '../texts.ts';
import { Watch } from '../watching.ts';

const IMG = '<img src=x onerror=alert(1)>';
const SCRIPT = `"'><script>alert(1)</script>`;
/** What the API refuses at the door can harm nobody. */
const harmful = attacks.filter((attack) => !/[^\P{Cc}\t\n]/u.test(attack));
const REPLIES_A_PAGE = 28;

/** Nothing that anybody writes, in any field there is, runs, loads or leads anywhere in the browser of whoever reads it. */
export const hostileWords: Journey = {
  name: 'hostile-words',
  steps(stage: Stage): Step[] {
    let ada: Person;
    let mallory: Person;
    let watch: Watch;
    const threads: string[] = [];
    let project: string;
    let conversation: string;
    let malloryId: string;

    async function opens(path: string, shows: string): Promise<void> {
      await ada.page.goto(path);
      await until(async () => (await ada.page.getByText(shows, { exact: false }).count()) > 0);
      await ada.page.waitForLoadState('networkidle');
      await watch.sawNothing(path);
    }

    return [
      step('somebody puts what breaks other systems into every field of their own', async () => {
        ada = await Person.arrives(stage, 'Ada Admin');
        await ada.setUp(stage.kring.setupLink, 'Testbouw');
        const { url } = await ada.api('POST', '/invitations', { role: 'member' });
        mallory = await Person.arrives(stage, 'Mallory');
        await mallory.accept(url);
        const { user } = await mallory.api('GET', '/session');
        malloryId = user.id;
        const profile = { name: IMG, title: SCRIPT, department: IMG, location: SCRIPT };
        const skills = [IMG, SCRIPT, '{{constructor.constructor("alert(1)")()}}'];
        const about = harmful.slice(0, 20).join('\n');
        await mallory.api('PATCH', '/users/me', { ...profile, skills, about, version: 1 });
        const { organisation } = await ada.api('GET', '/session');
        await ada.api('PATCH', '/organisation', { name: `Van ${IMG}`, version: organisation.version });
      }),

      step('into communities, plans, threads, files and private words', async () => {
        const names = [`${IMG} een`, `${SCRIPT} twee`];
        const ids: string[] = [];
        for (const name of names)
          ids.push(
            (
              await mallory.api('POST', '/communities', {
                ...{ name, kind: 'project', purpose: harmful.slice(20, 40).join('\n') },
                milestones: [{ title: IMG, dueOn: '2026-12-18' }, { title: SCRIPT }],
              })
            ).id,
          );
        project = ids[0]!;
        for (const id of ids) await ada.api('POST', `/communities/${id}/join`);
        for (let from = 0; from < harmful.length; from += REPLIES_A_PAGE) {
          const kind = from === 0 ? 'question' : 'update';
          const thread = await mallory.api('POST', `/communities/${project}/threads`, {
            ...{
              kind,
              title: harmful[from]!.replace(/\s+/g, ' ').slice(0, 200),
              body: `@ada.admin ${IMG} #x`,
            },
          });
          threads.push(thread.id);
          for (const attack of harmful.slice(from, from + REPLIES_A_PAGE))
            await mallory.api('POST', `/threads/${thread.id}/posts`, { body: `${attack}\n\n> ${attack}` });
        }
        const file = await mallory.page.request.post('/api/v1/files', {
          headers: { origin: stage.kring.origin },
          multipart: {
            purpose: 'attachment',
            file: { name: `${SCRIPT}${IMG}.html`, mimeType: 'text/html', buffer: Buffer.from(SCRIPT) },
          },
        });
        const fileIds = [(await file.json()).id];
        await mallory.api('POST', `/communities/${project}/threads`, { kind: 'update', body: IMG, fileIds });
        const { user } = await ada.api('GET', '/session');
        const talk = { kind: 'conversation', memberIds: [user.id] };
        conversation = (await mallory.api('POST', '/communities', talk)).id;
        await mallory.api('POST', `/communities/${conversation}/threads`, {
          kind: 'update',
          body: `${IMG} ${SCRIPT}`,
        });
      }),

      step('whoever reads it reads it, on every screen, and nothing else happens', async () => {
        watch = await Watch.over(ada.page);
        for (const id of threads) await opens(`/threads/${id}`, IMG);
        await opens('/', IMG);
        await opens(`/communities/${project}`, `${IMG} een`);
        await opens(`/communities/${project}?tab=files`, `${IMG}.html`);
        await opens(`/communities/${project}?tab=plan`, IMG);
        await opens(`/communities/${project}?tab=about`, IMG);
        await opens('/communities', `${SCRIPT} twee`);
        await opens(`/people/${malloryId}`, SCRIPT);
        await opens('/people', IMG);
        await opens('/notifications', IMG);
        await opens('/catch-up', IMG);
        await opens(`/messages/${conversation}`, SCRIPT);
        await opens('/admin', IMG);
        await opens(`/search?q=${encodeURIComponent(IMG)}`, 'alert');
        await opens(`/topics/${encodeURIComponent(`"><img src=x onerror=alert(1)>`)}`, '#');
        await opens(`/people?q=${encodeURIComponent(SCRIPT)}&department=${encodeURIComponent(IMG)}`, IMG);
      }),

      step(
        'nor does it in the field in which one writes: from a draft, quoted, pasted or looked up',
        async () => {
          const body = harmful.join('\n\n');
          await ada.api('PUT', `/drafts/community-${project}`, { body, title: IMG, kind: 'question' });
          await opens(`/communities/${project}`, `${IMG} een`);
          const field = ada.page.getByRole('textbox', { name: text('composer.body') });
          await field.click();
          await until(async () => (await field.getAttribute('contenteditable')) === 'true');
          await until(async () => (await field.textContent())!.includes('alert'));
          await watch.sawNothing('a draft in the field');
          await field.evaluate((it, texts) => {
            for (const html of texts) {
              const clipboardData = new DataTransfer();
              clipboardData.setData('text/html', `<p>pasted ${html}</p>`);
              it.dispatchEvent(
                new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
              );
            }
          }, attacks);
          await field.press('Control+End');
          await ada.page.keyboard.type(' @img');
          await ada.sees(ada.page.getByRole('option').filter({ hasText: IMG }).first());
          await watch.sawNothing('what is pasted, and who is offered');
          await ada.page.keyboard.press('Escape');
          await field.blur(); // In the field these keys make a link.
          await ada.page.keyboard.press('Control+k');
          await ada.page.getByRole('dialog').getByRole('searchbox').fill('img');
          await until(
            async () => (await ada.page.getByRole('menuitem').filter({ hasText: IMG }).count()) > 0,
          );
          await watch.sawNothing('the palette');
        },
      ),

      step('were something to get through, the browser would not run it, and would say so', async () => {
        await ada.page.evaluate(() =>
          document.body.insertAdjacentHTML(
            'beforeend',
            '<img src=x onerror=alert(1)><p style="position:fixed">x</p><base href="https://evil.example/">' +
              '<iframe srcdoc="<script>alert(1)</script>"></iframe><a id=trap href="javascript:alert(1)">x</a>',
          ),
        );
        await ada.page.evaluate(() => document.getElementById('trap')!.click());
        const directives = ['script-src-attr', 'style-src-attr', 'base-uri', 'script-src-elem'];
        let seen = '';
        await until(async () => {
          seen += watch.take().join('\n');
          return directives.every((directive) => seen.includes(`a violation of ${directive}`));
        }).catch(() => assert.fail(`not all of ${directives.join(', ')} in:\n${seen}`));
        assert.ok(!seen.includes('a dialog'), seen);
      }),
    ];
  },
};
