import { jest } from '@jest/globals';
import { Problem } from '../problem';
import type { DraftView, KeepDraft } from '../types';
import { DraftSync } from './draft-sync';
import { Drafts, emptyDraft } from './drafts';
import { memoryStorage } from './memory-storage.fixture';

/** The server, as libs/drafts says it is. */
class Server {
  readonly drafts = new Map<string, DraftView>();
  readonly devices = new Set<DraftSync>();
  isAway = false;
  drops = 0;
  private version = 0;
  private slow: Promise<unknown> = Promise.resolve();

  list = async () => [...this.drafts.values()];
  keep = async (place: string, draft: KeepDraft) => {
    if (this.isAway) throw new Problem('offline', 0);
    await this.slow;
    const current = this.drafts.get(place);
    if (current && current.version !== draft.version)
      throw new Problem('stale-version', 412, [], { current });
    const kept = { ...draft, place, files: [], version: ++this.version } as unknown as DraftView;
    this.drafts.set(place, kept);
    for (const device of this.devices) device.hear(place, kept);
    return kept;
  };
  drop = async (place: string) => {
    this.drops += 1;
    this.forget(place);
  };
  /** Stores a post, which takes the draft along up to a version. */
  stores(place: string, version: number): void {
    if ((this.drafts.get(place)?.version ?? Number.POSITIVE_INFINITY) <= version) this.forget(place);
  }
  /** Answers only when the work is done. */
  async keepsSlowly(work: () => Promise<void>): Promise<{ version: number }> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.slow = promise;
    await work();
    resolve();
    this.slow = Promise.resolve();
    return { version: this.version + 1 };
  }
  private forget(place: string): void {
    this.drafts.delete(place);
    for (const device of this.devices) device.hear(place, null);
  }
}

function copyOf(storage: ReturnType<typeof memoryStorage>) {
  const copy = memoryStorage();
  for (let n = 0; n < storage.length; n++) copy.setItem(storage.key(n)!, storage.getItem(storage.key(n)!)!);
  return copy;
}

const later = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('a draft on two devices', () => {
  let server: Server;
  const device = (storage = memoryStorage()) => {
    const drafts = new Drafts(storage);
    const sync = new DraftSync('me', drafts, server);
    server.devices.add(sync);
    const write = (body: string) => drafts.write('me', 'thread', { ...emptyDraft, body });
    return { drafts, sync, write, body: () => drafts.read('me', 'thread').body };
  };

  beforeEach(() => {
    jest.useFakeTimers();
    server = new Server();
  });
  afterEach(() => jest.useRealTimers());

  it('goes on where the other one stopped', async () => {
    const [desk, phone] = [device(), device()];
    desk.write('Half een');
    await later(2000);
    expect(phone.body()).toBe('Half een');
    phone.write('Half een gedachte');
    await later(10_000);
    expect(desk.body()).toBe('Half een gedachte');
  });

  it('does not change under the fingers of somebody who writes; who writes last keeps the place', async () => {
    const [desk, phone] = [device(), device()];
    desk.write('van het bureau');
    await later(1000);
    phone.write('van de telefoon');
    await later(1000);
    expect(phone.body()).toBe('van de telefoon');
    await later(20_000);
    expect([desk.body(), phone.body()]).toEqual(['van de telefoon', 'van de telefoon']);
  });

  it('is gone everywhere once it was sent', async () => {
    const [desk, phone] = [device(), device()];
    desk.write('Klaar');
    await later(10_000);
    phone.drafts.clear('me', 'thread');
    await later(10_000);
    expect(desk.body()).toBe('');
    expect(server.drafts.size).toBe(0);
  });

  it('stays with the server while its post is on its way, and goes with the post', async () => {
    const [desk, phone] = [device(), device()];
    desk.write('Klaar');
    await later(10_000);
    desk.drafts.send('me', 'thread', 'post');
    await later(60_000);
    await desk.sync.catchUp();
    expect([desk.body(), phone.body(), server.drops]).toEqual(['', 'Klaar', 0]);
    server.stores('thread', 1);
    desk.drafts.settle('me', 'thread', 'post', 1);
    await later(60_000);
    expect([desk.body(), phone.body(), server.drops]).toEqual(['', '', 0]);
  });

  it('that came to the server while its post was on its way is no new text', async () => {
    const desk = device();
    desk.write('Klaa');
    const { version } = await server.keepsSlowly(async () => {
      await later(2000);
      desk.drafts.send('me', 'thread', 'post');
    });
    await later(1000);
    expect(desk.drafts.read('me', 'thread')).toMatchObject({ body: '', base: version, isAhead: false });
    // The post went before the answer came, so it could not name this version.
    server.stores('thread', 0);
    desk.drafts.settle('me', 'thread', 'post', 0);
    await later(60_000);
    expect([desk.body(), server.drafts.size]).toEqual(['', 0]);
  });

  it('begun after one was sent is another one, which the post does not take along', async () => {
    const desk = device();
    desk.write('Een');
    await later(10_000);
    desk.drafts.send('me', 'thread', 'post');
    desk.write('Twee');
    await later(10_000);
    server.stores('thread', 1);
    desk.drafts.settle('me', 'thread', 'post', 1);
    await later(60_000);
    expect([desk.body(), server.drafts.get('thread')?.body]).toEqual(['Twee', 'Twee']);
  });

  it('of a post on its way does not come back when the page is loaded again', async () => {
    const storage = memoryStorage();
    const desk = device(storage);
    desk.write('Klaar');
    await later(10_000);
    desk.drafts.send('me', 'thread', 'post');
    const again = device(storage);
    await again.sync.catchUp();
    await later(10_000);
    expect([again.body(), server.drafts.get('thread')?.body]).toEqual(['', 'Klaar']);
  });

  describe('of a refused post, that was still on its way to the server when the page was loaded again', () => {
    async function refusedAndLoadedAgain() {
      const storage = memoryStorage();
      const desk = device(storage);
      desk.write('Dit mag niet.');
      let again = desk;
      await server.keepsSlowly(async () => {
        await later(2000);
        desk.drafts.send('me', 'thread', 'post');
        // The page goes, and with it the answer; the request itself does not.
        again = device(copyOf(storage));
        server.devices.delete(desk.sync);
        desk.sync.stop();
        await again.sync.catchUp();
      });
      await later(10_000);
      return again;
    }
    /** As the outbox does it when a post is not to be sent any more. */
    const discard = ({ drafts }: { drafts: Drafts }) => {
      if (drafts.read('me', 'thread').sentAs === 'post') drafts.clear('me', 'thread');
    };

    it('is not written once more into the field', async () => {
      const again = await refusedAndLoadedAgain();
      expect([again.body(), server.drafts.get('thread')?.body]).toEqual(['', 'Dit mag niet.']);
    });

    it('is gone with the post when that is discarded', async () => {
      const again = await refusedAndLoadedAgain();
      discard(again);
      await later(60_000);
      await again.sync.catchUp();
      await later(10_000);
      expect([again.body(), server.drafts.size]).toEqual(['', 0]);
    });

    it('is gone as well when it arrives after that', async () => {
      const desk = device();
      desk.write('Dit mag niet.');
      desk.drafts.send('me', 'thread', 'post');
      discard(desk);
      await later(10_000);
      await server.keep('thread', { ...emptyDraft, body: 'Dit mag niet.', version: 0 } as never);
      await later(20_000);
      expect([desk.body(), server.drafts.size]).toEqual(['', 0]);
    });
  });

  it('written without a connection comes to the server when there is one', async () => {
    const desk = device();
    server.isAway = true;
    desk.write('In de trein');
    await later(60_000);
    server.isAway = false;
    await later(20_000);
    expect(server.drafts.get('thread')?.body).toBe('In de trein');
  });

  it('is found by a device that comes later, and one that was sent meanwhile is forgotten', async () => {
    const desk = device();
    desk.write('Eerder');
    await later(10_000);
    const phone = device();
    await phone.sync.catchUp();
    expect(phone.body()).toBe('Eerder');
    server.devices.clear();
    await server.drop('thread');
    await phone.sync.catchUp();
    expect(phone.body()).toBe('');
  });
});
