import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What a page must never do, however hostile the words that it shows. */
export class Watch {
  private readonly seen: string[] = [];

  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** From now on, also on every page that is loaded next. */
  static async over(page: Page): Promise<Watch> {
    const watch = new Watch(page);
    const own = page.context();
    page.on('dialog', (dialog) => {
      watch.seen.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      const isOwn = origin === new URL(page.url()).origin || ['data:', 'blob:', 'about:'].includes(protocol);
      if (!isOwn && page.url() !== 'about:blank')
        watch.seen.push(`a request to ${request.url().slice(0, 200)}`);
    });
    await own.exposeBinding('__violation', (_source, violation: string) => void watch.seen.push(violation));
    await own.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
        (globalThis as any).__violation(`a violation of ${effectiveDirective}: ${blockedURI} ${sample}`);
      }),
    );
    return watch;
  }

  /** What was seen since it was asked last. */
  take(): string[] {
    return this.seen.splice(0);
  }

  async sawNothing(where: string): Promise<void> {
    const injected = await this.page.evaluate(strangeElements);
    assert.deepEqual([...this.take(), ...injected], [], where);
  }
}

/** Elements that no screen of ours makes: whatever runs, fetches, frames, restyles or leads elsewhere. */
function strangeElements(): string[] {
  const forbidden = 'iframe, frame, object, embed, applet, base, math, marquee, foreignObject, animate, set';
  const strange = (element: Element): boolean => {
    if (element.matches(forbidden)) return true;
    if (element.getAttributeNames().some((name) => name.startsWith('on') || name === 'srcdoc')) return true;
    if (element instanceof HTMLScriptElement || element instanceof HTMLLinkElement) {
      const address = element instanceof HTMLScriptElement ? element.src : element.href;
      return !address.startsWith(`${location.origin}/`);
    }
    if (element instanceof HTMLMetaElement) return element.httpEquiv !== '';
    // The editor keeps a place with a picture of nothing.
    if (element instanceof HTMLImageElement)
      return element.src !== '' && !/^(?:blob|data):|\/(?:api|assets|icons)\//.test(element.src);
    if (element instanceof HTMLFormElement) return new URL(element.action).origin !== location.origin;
    if (element instanceof HTMLAnchorElement) return !/^(?:https?|mailto|blob):|^$/.test(element.href);
    return false;
  };
  return [...document.querySelectorAll('*')]
    .filter(strange)
    .map((element) => `an element: ${element.outerHTML.slice(0, 200)}`);
}
