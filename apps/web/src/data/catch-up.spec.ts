import { without } from './catch-up';
import type { CatchUp, CatchUpItem } from './types';

const item = (threadId: string) => ({ threadId, position: 3 }) as CatchUpItem;
const line = (id: string, threads: number) =>
  ({ community: { id }, threads }) as CatchUp['communities'][number];
const view = {
  since: '2026-11-01T00:00:00.000Z',
  until: '2026-11-02T00:00:00.000Z',
  forMe: 34,
  total: 39,
  sections: [
    { section: 'mentions', count: 2, items: [item('a'), item('b')] },
    { section: 'followed', count: 32, items: [item('c')] },
  ],
  topics: [],
  communities: [line('noord', 4), line('zuid', 1)],
} as CatchUp;

describe('what is left of catching up', () => {
  it('is all but what was put aside, and the counts go down by as much', () => {
    expect(without(view, { items: [item('a')] })).toMatchObject({
      forMe: 33,
      total: 38,
      sections: [{ section: 'mentions', count: 1, items: [{ threadId: 'b' }] }, { count: 32 }],
    });
    expect(without(view, { communityIds: ['noord'] })).toMatchObject({ forMe: 34, total: 35 });
  });

  it('keeps a section of which more waits than is listed', () => {
    const left = without(view, { items: [item('c')] });
    expect(left.sections[1]).toEqual({ section: 'followed', count: 31, items: [] });
  });

  it('is nothing once everything is done', () => {
    expect(without(view, 'everything')).toMatchObject({ total: 0, sections: [], communities: [] });
  });
});
