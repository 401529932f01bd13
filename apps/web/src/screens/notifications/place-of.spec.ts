import { placeOf } from './place-of';

const community = { id: 'c1', name: 'Bouw', kind: 'group' as const };

describe('where a notification leads', () => {
  it('is the exact post', () => {
    expect(placeOf({ threadId: 't1', postId: 'p1', community })).toEqual({
      to: '/threads/t1',
      hash: 'post-p1',
    });
  });

  it('is the community where there is no thread', () => {
    expect(placeOf({ threadId: null, postId: null, community })).toEqual({ to: '/communities/c1' });
  });
});
