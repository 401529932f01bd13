import type { Person } from '#server-testing';
import { KnownState } from '../testing/index.ts';
import { type Listener, listensAs } from './listener.ts';

/** A client with a socket: its state by events, and `fresh`, what it would know if it loaded now. */
export class ReferenceClient {
  private applied = 0;
  listener!: Listener;

  private constructor(
    readonly person: Person,
    private readonly communityIds: string[],
    private readonly known: KnownState,
  ) {}

  static async of(person: Person, communityIds: string[]): Promise<ReferenceClient> {
    const client = new ReferenceClient(person, communityIds, new KnownState(person, communityIds));
    const cursor = await client.known.load();
    const watch = communityIds.map((communityId) => ({ communityId }));
    client.listener = await listensAs(person, cursor, { watch });
    return client;
  }

  get state(): object {
    return this.known.state;
  }

  async fresh(): Promise<object> {
    const other = new KnownState(this.person, this.communityIds);
    await other.load();
    return other.state;
  }

  async applyUpTo(position: number): Promise<void> {
    // An event that this viewer does not hear leaves no trace: ask where the server stands.
    const answer = await this.listener.ask('resume', {
      cursor: this.listener.cursor ?? 0,
      watch: this.communityIds.map((communityId) => ({ communityId })),
    });
    if (answer.cursor < position) throw new Error('the server is behind');
    this.listener.cursor = answer.cursor;
    for (const event of this.listener.told.slice(this.applied)) await this.known.apply(event);
    this.applied = this.listener.told.length;
  }
}
