import { jest } from '@jest/globals';
import { memoryStorage } from '../drafts/memory-storage.fixture';
import { Outbox, type Unsent } from './outbox';

const unsent = (id: string, part: Partial<Unsent> = {}): Unsent => ({
  id,
  userId: 'me',
  to: { threadId: 'thread' },
  kind: 'update',
  title: null,
  body: 'De kraan komt om negen uur.',
  replyTo: null,
  files: [],
  createdAt: '2026-11-24T08:00:00.000Z',
  state: 'sending',
  problem: null,
  ...part,
});

describe('the outbox', () => {
  it('keeps the text and the id through a reload', () => {
    const storage = memoryStorage();
    new Outbox(storage).put(unsent('one'));
    expect(new Outbox(storage).all()).toEqual([unsent('one')]);
  });

  it('holds an item once, however often it is sent', () => {
    const outbox = new Outbox(memoryStorage());
    outbox.put(unsent('one'));
    outbox.put(unsent('two'));
    outbox.put(unsent('one', { state: 'failed' }));
    expect(outbox.all().map(({ id, state }) => [id, state])).toEqual([
      ['one', 'failed'],
      ['two', 'sending'],
    ]);
  });

  it('forgets what was stored, and tells who listens', () => {
    const storage = memoryStorage();
    const outbox = new Outbox(storage);
    const listener = jest.fn();
    outbox.subscribe(listener);
    outbox.put(unsent('one'));
    outbox.remove('one');
    outbox.remove('one');
    expect(listener).toHaveBeenCalledTimes(2);
    expect(storage.getItem('kring.outbox')).toBeNull();
  });

  it('works on where storage is full', () => {
    const full = {
      ...memoryStorage(),
      setItem: () => {
        throw new Error('full');
      },
    };
    const outbox = new Outbox(full);
    outbox.put(unsent('one'));
    expect(outbox.find('one')?.body).toBe('De kraan komt om negen uur.');
  });
});
