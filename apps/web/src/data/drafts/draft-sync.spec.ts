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
  private version = 0;

  list = async () => [...this.drafts.values()];
  keep = async (place: string, draft: KeepDraft) => {
    if (this.isAway) throw new Problem('offline', 0);
    const current = this.drafts.get(place);
    if (current && current.version !== draft.version)
      throw new Problem('stale-version', 412, [], { current });
    const kept = { ...draft, place, files: [], version: ++this.version } as unknown as DraftView;
    this.drafts.set(place, kept);
    for (const device of this.devices) device.hear(place, kept);
    return kept;
  };
  drop = async (place: string) => {
    this.drafts.delete(place);
    for (const device of this.devices) device.hear(place, null);
  };
}

const later = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('a draft on two devices', () => {
  let server: Server;
  const device = () => {
    const drafts = new Drafts(memoryStorage());
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
