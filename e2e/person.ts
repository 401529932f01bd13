import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Stage } from './journey.ts';
import { text } from './texts.ts';

const PATIENCE_MS = 15_000;
export const PASSWORD = 'dijkgraaf fiets 47';

/** Somebody at a browser window of their own, who sees and does what people see and do. */
export class Person {
  readonly name: string;
  /** Another one, when the tab was closed and a new one opened. */
  page: Page;
  /** What the browser's console calls an error, in the order it came. */
  readonly complaints: string[] = [];

  private constructor(name: string, page: Page) {
    this.name = name;
    this.page = page;
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.complaints.push(String(error.stack ?? error)));
  }

  static async arrives(stage: Stage, name: string, options: BrowserContextOptions = {}): Promise<Person> {
    const context = await stage.browser.newContext({
      baseURL: stage.kring.origin,
      locale: 'en-GB',
      timezoneId: 'Europe/Amsterdam',
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      // Journeys that are not about it look at requests themselves, and want the newest files.
      serviceWorkers: 'block',
      ...options,
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: stage.kring.origin });
    const person = new Person(name, await context.newPage());
    stage.people.push(person);
    return person;
  }

  get email(): string {
    return `${this.name.toLowerCase().replaceAll(' ', '.')}@example.com`;
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Fills in the form of an invitation or of a log-in, which ask for the same. */
  async fillAccount(): Promise<void> {
    const { page } = this;
    await page.getByLabel(text('field.your-name')).fill(this.name);
    await page.getByLabel(text('field.email')).fill(this.email);
    await page.getByLabel(text('field.password'), { exact: true }).fill(PASSWORD);
  }

  async setUp(link: string, organisation: string): Promise<void> {
    const { page } = this;
    await page.goto(link);
    await page.getByLabel(text('set-up.organisation')).fill(organisation);
    await this.fillAccount();
    await this.button(text('set-up.submit')).click();
    await this.sees(page.getByRole('heading', { name: text('nav.home') }));
  }

  async accept(link: string): Promise<void> {
    await this.page.goto(link);
    await this.fillAccount();
    await this.button(text('invitation.submit')).click();
    await this.sees(this.page.getByRole('heading', { name: text('nav.home') }));
  }

  /** Goes somewhere by a link of the main navigation or of my communities: without loading the page. */
  async goTo(link: string): Promise<void> {
    await this.page
      .getByRole('link', { name: new RegExp(`^${link}( \\d+ unread)?$`) })
      .first()
      .click();
  }

  async post(body: string, title?: string): Promise<void> {
    const composer = this.page.getByRole('form', { name: text('composer.label') });
    await composer.getByLabel(text('composer.body')).fill(body);
    if (title) await composer.getByLabel(text('composer.title')).fill(title);
    await composer.getByRole('button', { name: text('composer.send'), exact: true }).click();
  }

  get replyField(): Locator {
    return this.page.getByLabel(text('reply.label'));
  }

  /** Writes and sends a reply in the thread whose page, or whose reply box, is open. */
  async reply(body: string): Promise<void> {
    await this.replyField.fill(body);
    await this.replyField.press('Control+Enter');
  }

  async react(post: Locator, emoji: string): Promise<void> {
    await post
      .getByRole('button', { name: text('reaction.add') })
      .first()
      .click();
    await this.page.getByRole('dialog').getByRole('button', { name: emoji, exact: true }).first().click();
  }

  async sees(what: Locator, times = 1): Promise<void> {
    try {
      await until(async () => (await what.count()) === times && (await isVisible(what, times)));
    } catch {
      const found = await what.count();
      throw new Error(`${this.name} should see ${what} ${times} times, but there are ${found}.`);
    }
  }

  async seesText(words: string, times = 1): Promise<void> {
    await this.sees(this.page.getByText(words, { exact: true }), times);
  }

  /** Puts a mark on the page that does not survive loading it again. */
  async mark(): Promise<void> {
    await this.page.evaluate(() => Object.assign(globalThis, { __mark: 'still here' }));
  }

  async hasNotReloaded(): Promise<void> {
    const mark = await this.page.evaluate(() => (globalThis as any).__mark);
    assert.equal(mark, 'still here', `${this.name}'s page was loaded again`);
  }

  /** Asks the API as this person's browser does; for what a journey needs but is not about. */
  async api<Answer = any>(method: string, path: string, data?: unknown): Promise<Answer> {
    const origin = new URL(this.page.url()).origin;
    const answer = await this.page.request.fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { origin },
      ...(data === undefined ? {} : { data }),
    });
    assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return answer.status() === 204 ? (undefined as Answer) : answer.json();
  }
}

/** What stands in a field that is written in, rich or plain. */
export const written = (field: Locator): Promise<string> =>
  field.evaluate((it) => ('value' in it ? String(it.value) : (it as HTMLElement).textContent.trim()));

export async function until(isSo: () => Promise<boolean>, patience = PATIENCE_MS): Promise<void> {
  for (const end = Date.now() + patience; !(await isSo()); await sleep(50))
    if (Date.now() > end) throw new Error('It did not become so.');
}

async function isVisible(what: Locator, times: number): Promise<boolean> {
  return times === 0 || (await what.first().isVisible());
}
