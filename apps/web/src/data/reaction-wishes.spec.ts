import { expect, test } from '@jest/globals';
import { ReactionWishes } from './reaction-wishes';

const thumb = { emoji: '👍', add: true };
const party = { emoji: '🎉', add: true };

test('a wish that fails is remembered until the next one about the same post', () => {
  const wishes = new ReactionWishes();
  wishes.begin('a', thumb);
  wishes.begin('a', party);
  wishes.end('a', thumb, true);
  expect(wishes.of('a')).toEqual({ pending: [party], failed: thumb });
  wishes.end('a', party, false);
  expect(wishes.of('a')).toEqual({ pending: [], failed: thumb });
  wishes.begin('a', thumb);
  expect(wishes.of('a')).toEqual({ pending: [thumb], failed: null });
});

test('wishes about one post are the same object while others change', () => {
  const wishes = new ReactionWishes();
  wishes.begin('a', thumb);
  const before = wishes.of('a');
  wishes.begin('b', party);
  wishes.end('b', party, true);
  expect(wishes.of('a')).toBe(before);
});
