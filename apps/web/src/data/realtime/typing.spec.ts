import { jest } from '@jest/globals';
import { forgetTyping, noteTyping, stopTyping, typistsOf } from './typing';

const sanne = { threadId: 't1', userId: 'sanne', name: 'Sanne' };
const bram = { threadId: 't1', userId: 'bram', name: 'Bram' };

describe('who is typing', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    forgetTyping();
    jest.useRealTimers();
  });

  it('is known per thread, for five seconds after the last sign', () => {
    noteTyping(sanne);
    jest.advanceTimersByTime(4_000);
    noteTyping(sanne);
    noteTyping(bram);
    expect(typistsOf('t1')).toEqual(['Sanne', 'Bram']);
    expect(typistsOf('t2')).toEqual([]);
    jest.advanceTimersByTime(4_999);
    expect(typistsOf('t1')).toEqual(['Sanne', 'Bram']);
    jest.advanceTimersByTime(1);
    expect(typistsOf('t1')).toEqual([]);
  });

  it('ends with what they sent', () => {
    noteTyping(sanne);
    noteTyping(bram);
    stopTyping('t1', 'sanne');
    expect(typistsOf('t1')).toEqual(['Bram']);
  });

  it('is forgotten with the socket', () => {
    noteTyping(sanne);
    forgetTyping();
    expect(typistsOf('t1')).toEqual([]);
  });

  it('is the same list until it changes, so that nothing draws anew', () => {
    noteTyping(sanne);
    const before = typistsOf('t1');
    noteTyping(sanne);
    expect(typistsOf('t1')).toBe(before);
  });
});
