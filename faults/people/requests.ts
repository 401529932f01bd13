import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, apiOf } from '#server-testing';

/** How long anybody waits for one answer. */
const PATIENCE_MS = 5_000;
/** How long anybody goes on trying. */
const GIVES_UP_AFTER_MS = 120_000;
const AGAIN_AFTER_MS = 150;

/** What people had to bear. */
export class Tally {
  asked = 0;
  failed = 0;
  /** From the first try of a wish until it was answered. */
  longestMs = 0;
  readonly reasons = new Map<string, number>();

  note(reason: string): void {
    this.failed++;
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
  }
}

/** Asks as the web client does: with patience, and again with the same words, so that nothing is done twice. */
export class Requests {
  tally = new Tally();
  private readonly api;
  private readonly headers: () => Record<string, string>;

  /** @param headers that go with each request, over those of a browser */
  constructor(url: string, headers: () => Record<string, string> = () => ({})) {
    this.api = apiOf(url);
    this.headers = headers;
  }

  get cookie(): string {
    return this.api.cookie();
  }

  get<T = any>(path: string): Promise<Answer<T>> {
    return this.insist('GET', path);
  }

  /** Until it is answered by more than an apology. @throws when that takes two minutes */
  async insist<T = any>(method: string, path: string, body?: unknown, headers = {}): Promise<Answer<T>> {
    const began = performance.now();
    for (;;) {
      const answer = await this.once<T>(method, path, body, headers);
      const took = performance.now() - began;
      this.tally.longestMs = Math.max(this.tally.longestMs, took);
      if (answer) return answer;
      if (took > GIVES_UP_AFTER_MS) throw new Error(`${method} ${path} was not answered for two minutes.`);
      await pause(AGAIN_AFTER_MS * (0.5 + Math.random()));
    }
  }

  /** One try; null when there was no answer, or one that says to come back. */
  async once<T = any>(method: string, path: string, body?: unknown, headers = {}): Promise<Answer<T> | null> {
    this.tally.asked++;
    try {
      const answer = await this.api.send<T>(method, path, {
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
        headers: {
          ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
          ...headers,
          ...this.headers(),
        },
      });
      if (answer.status < 500 && answer.status !== 429) return answer;
      this.tally.note(String(answer.status));
    } catch (error) {
      this.tally.note(reasonOf(error as Error));
    }
    return null;
  }
}

function reasonOf({ name, cause }: Error): string {
  if (name === 'TimeoutError') return 'no answer';
  return (cause as { code?: string } | undefined)?.code ?? name;
}
