import { hashKey, QueryClient } from '@tanstack/react-query';
import type { LogEvent } from '../events';
import { keys } from '../keys';
import type { ThreadView } from '../types';
import { applyToCache } from './apply-to-cache';
import { forgetEvents, keepEvent, noteSeq, replayOnAnswers } from './replay';
import { aPost, aThread, viewer } from './samples.fixture';

const key = keys.thread('t1');
const edited = (version: number): LogEvent => ({
  seq: 40 + version,
  type: 'post.edited',
  communityId: 'noord',
  data: { post: aPost('t1-p1', { version, body: `versie ${version}` }) },
});

describe('an answer that was read before an event but arrives after it', () => {
  const client = new QueryClient();
  let stop: () => void;
  beforeEach(() => {
    stop = replayOnAnswers(client, viewer);
  });
  afterEach(() => {
    stop();
    client.clear();
    forgetEvents();
  });

  const receive = (event: LogEvent) => {
    keepEvent(event);
    applyToCache(client, event, viewer);
  };

  it('gets the later events applied, so that nothing is undone', async () => {
    let answer: (thread: ThreadView) => void = () => {};
    const fetching = client.fetchQuery({
      queryKey: key,
      queryFn: () => new Promise<ThreadView>((resolve) => (answer = resolve)),
    });
    receive(edited(2));
    receive(edited(3));
    noteSeq(hashKey(key), 42);
    answer(aThread('t1', { post: aPost('t1-p1', { version: 2, body: 'versie 2' }) }));
    await fetching;
    expect(client.getQueryData<ThreadView>(key)?.post.body).toBe('versie 3');
  });

  it('is left alone when it stands after all events', async () => {
    receive(edited(2));
    const thread = aThread('t1');
    await client.fetchQuery({
      queryKey: key,
      queryFn: () => {
        noteSeq(hashKey(key), 42);
        return thread;
      },
    });
    expect(client.getQueryData(key)).toBe(thread);
  });
});
