import { jest } from '@jest/globals';
import { Drafts, emptyDraft } from './drafts';
import { memoryStorage } from './memory-storage.fixture';

describe('drafts', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('are in storage within 300 ms of the last keystroke, and at once when the page goes away', () => {
    const storage = memoryStorage();
    const drafts = new Drafts(storage);
    drafts.write('me', 'thread', { ...emptyDraft, body: 'Ik kom' });
    expect(storage.getItem('draft:me:thread')).toBeNull();
    jest.advanceTimersByTime(300);
    expect(storage.getItem('draft:me:thread')).toContain('Ik kom');
    drafts.write('me', 'thread', { ...emptyDraft, body: 'Ik kom eraan' });
    drafts.flush();
    expect(new Drafts(storage).read('me', 'thread').body).toBe('Ik kom eraan');
  });

  it('are one for each place and person', () => {
    const drafts = new Drafts(memoryStorage());
    drafts.write('me', 'one', { ...emptyDraft, body: 'een' });
    expect(drafts.read('me', 'two').body).toBe('');
    expect(drafts.read('you', 'one').body).toBe('');
    expect(drafts.read('me', 'one').body).toBe('een');
  });

  it('leave nothing behind once cleared', () => {
    const storage = memoryStorage();
    const drafts = new Drafts(storage);
    drafts.write('me', 'one', { ...emptyDraft, body: 'een' });
    drafts.flush();
    drafts.clear('me', 'one');
    expect(storage.getItem('draft:me:one')).toBeNull();
  });

  it('do not break where storage is forbidden or holds nonsense', () => {
    expect(new Drafts(null).read('me', 'one')).toMatchObject(emptyDraft);
    const storage = memoryStorage();
    storage.setItem('draft:me:one', '{nonsense');
    expect(new Drafts(storage).read('me', 'one')).toMatchObject(emptyDraft);
  });
});
