import { mkdir } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { text } from '../../e2e/texts.ts';
import { ADMIN, HOST, type Site } from './site.ts';

const PATIENCE_MS = 120_000;
const MOST_TRIES = 30;
const INTERRUPTED = /ERR_NETWORK_CHANGED|interrupted by another navigation/;
const open = new Set<Screen>();

/** A browser of somebody in the company, who finds the server by its name. */
export class Screen {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  static async of(site: Site): Promise<Screen> {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
      ],
    });
    const context = await browser.newContext({
      baseURL: site.origin,
      // That the authority is the right one is what `Door` looks at.
      ignoreHTTPSErrors: true,
      locale: 'en-GB',
      viewport: { width: 1280, height: 900 },
      serviceWorkers: 'block',
    });
    // Containers share the machine with who looks at them.
    context.setDefaultTimeout(PATIENCE_MS);
    const screen = new Screen(browser, await context.newPage());
    open.add(screen);
    await screen.logIn();
    return screen;
  }

  /** Also those of tests that failed. */
  static async closeAll(): Promise<void> {
    for (const screen of open) await screen.browser.close();
    open.clear();
  }

  /** Presses again when the server was not reached, as the page asks for: see `visit`. */
  private async logIn(): Promise<void> {
    const { page } = this;
    await this.visit('/');
    await page.getByLabel(text('field.email')).fill(ADMIN.email);
    await page.getByLabel(text('field.password'), { exact: true }).fill(ADMIN.password);
    const home = page.getByRole('heading', { name: text('nav.home') });
    const unreached = page.getByText(text('problem.offline'));
    for (let tries = 1; ; tries++) {
      await page.keyboard.press('Enter');
      await home.or(unreached).first().waitFor();
      if (await home.isVisible()) return;
      if (tries === MOST_TRIES) throw new Error((await page.locator('body').textContent()) ?? '');
      // The message may still be that of the try before.
      await page.waitForTimeout(1_000);
      if (await home.isVisible()) return;
      await page.getByLabel(text('field.password'), { exact: true }).focus();
    }
  }

  /** Chromium gives up what is under way whenever Docker makes or removes a network on its machine. */
  private async visit(path: string): Promise<void> {
    for (let tries = 1; ; tries++)
      try {
        await this.page.goto(path);
        return;
      } catch (error) {
        if (tries === MOST_TRIES || !INTERRUPTED.test((error as Error).message)) throw error;
        await this.page.waitForTimeout(500);
      }
  }

  /** What stands in the threads of a view, but for how long ago it was, and whether each picture shows. */
  async threads(path: string, last: string): Promise<unknown> {
    await this.visit(path);
    await this.page.getByText(last, { exact: true }).first().waitFor();
    await this.allDrawn();
    await this.page.waitForFunction(() => [...document.images].every((image) => image.complete));
    return this.page.evaluate(() =>
      [...document.querySelectorAll('article')].map((thread) => {
        const copy = thread.cloneNode(true) as HTMLElement;
        for (const time of copy.querySelectorAll('time')) time.remove();
        return {
          text: copy.textContent,
          pictures: [...thread.querySelectorAll('img')].map((it) => it.naturalWidth),
        };
      }),
    );
  }

  /** A feed draws one thread a frame. */
  private async allDrawn(): Promise<void> {
    const drawn = () => this.page.locator('article').count();
    for (let before = -1; before !== (await drawn()); await this.page.waitForTimeout(1_000))
      before = await drawn();
  }

  async keep(name: string): Promise<void> {
    const folder = process.env.SCREENSHOTS;
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: `${folder}/${name}.png` });
  }
}
