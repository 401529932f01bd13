import type { PostView, Reaction } from './types';

/** What I want to feel about a post, and the server has not answered yet. */
export interface ReactionWish {
  emoji: string;
  add: boolean;
}

interface Shown {
  reactions: Reaction[];
  mine: readonly string[];
}

/**
 * What everybody feels, as if all I wish had come true. The wishes are laid over what the server says and never put into
 * it: one that fails takes away nothing but itself, whatever others felt meanwhile.
 */
export function reactionsShown(
  { reactions, mine }: Pick<PostView, 'reactions' | 'mine'>,
  wishes: readonly ReactionWish[],
): Shown {
  return wishes.reduce(withWish, { reactions, mine: mine?.reactions ?? [] });
}

function withWish({ reactions, mine }: Shown, { emoji, add }: ReactionWish): Shown {
  // It has come true already: the event may be here before the answer.
  if (mine.includes(emoji) === add) return { reactions, mine };
  return {
    reactions: counted(reactions, emoji, add ? 1 : -1),
    mine: add ? [...mine, emoji] : mine.filter((one) => one !== emoji),
  };
}

function counted(reactions: Reaction[], emoji: string, by: 1 | -1): Reaction[] {
  const known = reactions.find((one) => one.emoji === emoji);
  if (!known) return by > 0 ? [...reactions, { emoji, count: 1 }] : reactions;
  return reactions
    .map((one) => (one === known ? { emoji, count: one.count + by } : one))
    .filter(({ count }) => count > 0);
}
