import { describe, expect, it } from '@jest/globals';
import { reactionsShown } from './reactions-shown';

const post = (reactions: Record<string, number>, mine: string[] = []) => ({
  reactions: Object.entries(reactions).map(([emoji, count]) => ({ emoji, count })),
  mine: { reactions: mine },
});

describe('Reactions as they are shown', () => {
  it('are what the server says as long as I wish nothing', () => {
    const { reactions, mine } = post({ '👍': 2 }, ['👍']);
    expect(reactionsShown({ reactions, mine }, [])).toEqual({ reactions, mine: ['👍'] });
  });

  it('count my wish on top of what others felt meanwhile', () => {
    const wish = [{ emoji: '👍', add: true }];
    expect(reactionsShown(post({}), wish)).toMatchObject({
      reactions: [{ emoji: '👍', count: 1 }],
      mine: ['👍'],
    });
    expect(reactionsShown(post({ '👍': 3 }), wish)).toMatchObject({ reactions: [{ emoji: '👍', count: 4 }] });
  });

  it('count a wish once when its event is here before the answer', () => {
    const shown = reactionsShown(post({ '👍': 1 }, ['👍']), [{ emoji: '👍', add: true }]);
    expect(shown).toEqual({ reactions: [{ emoji: '👍', count: 1 }], mine: ['👍'] });
  });

  it('follow several wishes in the order in which they were made', () => {
    const wishes = [
      { emoji: '👍', add: true },
      { emoji: '🎉', add: true },
      { emoji: '👍', add: false },
    ];
    expect(reactionsShown(post({}), wishes)).toEqual({
      reactions: [{ emoji: '🎉', count: 1 }],
      mine: ['🎉'],
    });
  });

  it('leave out what nobody feels any more', () => {
    expect(reactionsShown(post({ '👍': 1 }, ['👍']), [{ emoji: '👍', add: false }])).toEqual({
      reactions: [],
      mine: [],
    });
  });
});
