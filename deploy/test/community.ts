import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Site } from './site.ts';

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A community that somebody writes in and reads, as an administrator tries out a new installation. */
export class Community {
  private constructor(
    readonly site: Site,
    readonly id: string,
  ) {}

  static async on(site: Site, name = 'Nieuwbouw Noord'): Promise<Community> {
    const { id } = await site.door.must('POST', '/api/v1/communities', {
      name,
      kind: 'project',
      visibility: 'public',
    });
    return new Community(site, id);
  }

  async post(body: string, fileIds?: string[]): Promise<string> {
    const { id } = await this.site.door.must('POST', this.threads, { kind: 'update', body, fileIds });
    return id;
  }

  async upload(content = PIXEL): Promise<string> {
    const form = new FormData();
    form.set('purpose', 'attachment');
    form.set('file', new Blob([new Uint8Array(content)], { type: 'image/png' }), 'plan.png');
    const { id } = await this.site.door.must('POST', '/api/v1/files', form);
    return id;
  }

  /** Every text, newest activity first. */
  async texts(): Promise<string[]> {
    const found: string[] = [];
    for (let cursor = ''; ; ) {
      const { items, next } = await this.site.door.must('GET', `${this.threads}?limit=100${cursor}`);
      found.push(...items.map((thread: any) => thread.post.body));
      if (!next) return found;
      cursor = `&cursor=${encodeURIComponent(next)}`;
    }
  }

  /** As a client does that will not lose what was written: the same again until somebody says that it is there. */
  async postForSure(body: string, refused: () => void): Promise<void> {
    const thread = { id: uuidv7(), kind: 'update', body };
    for (;;) {
      const { status } = await this.site.door.ask('POST', this.threads, thread).catch(() => ({ status: 0 }));
      if (status === 200 || status === 201) return;
      refused();
      await pause(100);
    }
  }

  private get threads(): string {
    return `/api/v1/communities/${this.id}/threads`;
  }
}

/** Several people who write without a pause until they are told to stop. */
export class Load {
  readonly accepted: string[] = [];
  refusals = 0;
  private going = true;
  private readonly writers: Promise<void>[];

  constructor(community: Community, people = 3) {
    this.writers = Array.from({ length: people }, async (_, person) => {
      for (let count = 0; this.going; count++) {
        const text = `bericht ${person}-${count}`;
        await community.postForSure(text, () => this.refusals++);
        this.accepted.push(text);
      }
    });
  }

  /** Until that many more were accepted. */
  async more(count: number): Promise<void> {
    for (const enough = this.accepted.length + count; this.accepted.length < enough; ) await pause(50);
  }

  async stop(): Promise<string[]> {
    this.going = false;
    await Promise.all(this.writers);
    return this.accepted;
  }
}
