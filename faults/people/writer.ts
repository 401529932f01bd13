import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Colleague, Place } from './colleague.ts';
import type { Accepted, Ledger } from './ledger.ts';
import type { Screen } from './screen.ts';

const THINKS_MS = 500;
const EMOJI = ['👍', '🎉', '❤️'];

type Action = () => Promise<void>;

/** Somebody at work: writes, answers, reacts, reads, uploads, loses the connection; and notes what was accepted. */
export class Writer {
  private readonly person: Colleague;
  private readonly screen: Screen;
  private readonly places: Place[];
  private readonly colleagues: (place: string) => Colleague[];
  private readonly ledger: Ledger;
  private count = 0;

  constructor(
    person: Colleague,
    given: { screen: Screen; places: Place[]; colleagues: (place: string) => Colleague[]; ledger: Ledger },
  ) {
    this.person = person;
    this.screen = given.screen;
    this.places = given.places;
    this.colleagues = given.colleagues;
    this.ledger = given.ledger;
  }

  /** Ends what is begun before it stops. */
  async workUntil(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      await this.action()();
      await pause(THINKS_MS * (0.5 + Math.random()));
    }
  }

  private action(): Action {
    const of100 = Math.random() * 100;
    if (of100 < 45) return () => this.reply();
    if (of100 < 55) return () => this.start();
    if (of100 < 72) return () => this.react();
    if (of100 < 80) return () => this.read();
    if (of100 < 86) return () => this.edit();
    if (of100 < 88) return () => this.regret();
    if (of100 < 93) return () => this.upload();
    if (of100 < 97) return () => this.look();
    return async () => this.screen.drop();
  }

  private async start(): Promise<void> {
    const { id: communityId } = one(this.places)!;
    const [threadId, { body, mentions }] = [uuidv7(), this.words(communityId)];
    const wish = { id: threadId, kind: 'update', body };
    const { post } = await this.person.does('POST', `/communities/${communityId}/threads`, wish);
    this.accept({ id: post.id, threadId, communityId, body, mentions });
  }

  private async reply(more: { fileIds?: string[] } = {}): Promise<void> {
    const post = this.some();
    if (!post) return this.start();
    const [id, { body, mentions }] = [uuidv7(), this.words(post.communityId)];
    await this.person.does('POST', `/threads/${post.threadId}/posts`, { id, body, ...more });
    this.accept({ ...post, id, body, mentions });
  }

  private async react(): Promise<void> {
    const [post, emoji] = [this.some(), one(EMOJI)!];
    if (!post) return;
    const key = `${post.id} ${this.person.id} ${emoji}`;
    const given = !this.ledger.reactions.get(key);
    await this.person.does(
      given ? 'PUT' : 'DELETE',
      `/posts/${post.id}/reactions/${encodeURIComponent(emoji)}`,
    );
    this.ledger.reactions.set(key, given);
  }

  private async read(): Promise<void> {
    const post = this.some();
    if (post) await this.person.does('PUT', `/threads/${post.threadId}/read`, { position: 1 });
  }

  private async edit(): Promise<void> {
    const post = this.mine();
    if (!post) return;
    const { version } = await this.person.does('GET', `/posts/${post.id}`);
    const body = `${this.words(post.communityId).body} (verbeterd)`;
    const answer = await this.person.requests.insist('PATCH', `/posts/${post.id}`, { body, version });
    // Nobody else edits it: when it is another version by now, a try that was not answered did that.
    if (answer.status !== 200 && answer.status !== 412)
      throw new Error(`an edit was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    // Whom it named was told by its first words.
    Object.assign(post, { body, mentions: [] });
  }

  /** Says something and thinks better of it, before anybody else does anything with it. */
  private async regret(): Promise<void> {
    const post = this.some();
    if (!post) return;
    const [id, { body }] = [uuidv7(), this.words(post.communityId)];
    await this.person.does('POST', `/threads/${post.threadId}/posts`, { id, body });
    await this.person.does('DELETE', `/posts/${id}`);
    this.accept({ ...post, id, body: '', mentions: [] }, { deleted: true });
  }

  private async upload(): Promise<void> {
    if (!this.some()) return;
    const content = randomBytes(3_000);
    const form = new FormData();
    form.set('file', new Blob([content], { type: 'application/octet-stream' }), 'meting.bin');
    // A second try makes a second file: the first belongs to nobody then, and goes in time.
    const answer = await this.person.requests.once('POST', '/files', form);
    if (answer?.status !== 201) return;
    this.ledger.files.set(answer.body.id, createHash('sha256').update(content).digest('hex'));
    await this.reply({ fileIds: [answer.body.id] });
  }

  private async look(): Promise<void> {
    for (const path of ['/feeds/home', '/notifications', '/search?q=beton', '/catch-up'])
      await this.person.requests.get(path);
  }

  private accept(post: Omit<Accepted, 'authorId' | 'deleted'>, { deleted = false } = {}): void {
    this.ledger.accept({ ...post, authorId: this.person.id, deleted });
  }

  private words(place: string): { body: string; mentions: string[] } {
    const body = `${this.person.name} ${++this.count}: het beton van vloer ${this.count} is gekeurd.`;
    const named =
      Math.random() < 0.2 && one(this.colleagues(place).filter(({ id }) => id !== this.person.id));
    return named ? { body: `${body} @${named.handle}`, mentions: [named.id] } : { body, mentions: [] };
  }

  /** A post of the places this person is in, a young one rather than an old one. */
  private some(): Accepted | undefined {
    const ids = new Set(this.places.map(({ id }) => id));
    return one(
      [...this.ledger.posts.values()].filter((post) => ids.has(post.communityId) && !post.deleted).slice(-60),
    );
  }

  private mine(): Accepted | undefined {
    return one(
      [...this.ledger.posts.values()].filter((post) => post.authorId === this.person.id && !post.deleted),
    );
  }
}

const one = <T>(of: T[]): T | undefined => of[Math.floor(Math.random() * of.length)];
