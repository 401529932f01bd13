import { forgetPresence, isOnline, notePresence } from './presence';

describe('who is there', () => {
  afterEach(forgetPresence);

  it('is whoever the socket named and did not take back', () => {
    notePresence({ userId: 'sanne', online: true });
    notePresence({ userId: 'bram', online: true });
    notePresence({ userId: 'sanne', online: false });
    expect([isOnline('sanne'), isOnline('bram')]).toEqual([false, true]);
  });

  it('is unknown once the socket is gone', () => {
    notePresence({ userId: 'bram', online: true });
    forgetPresence();
    expect(isOnline('bram')).toBe(false);
  });
});
