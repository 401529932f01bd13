import { emojiOf } from './emoji.ts';

test.each(['👍', '👍🏽', '👩‍👩‍👧‍👦', '🇳🇱', '1️⃣', '❤️', '❤️‍🔥', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])('%s is one emoji', (emoji) => {
  expect(emojiOf(emoji)).toBe(emoji);
});

test('an emoji has one spelling', () => {
  expect(emojiOf('\u2764')).toBe('\u2764\ufe0f');
  expect(emojiOf('\u2764\ufe0f')).toBe('\u2764\ufe0f');
});

test.each(['', 'a', '1', '#', '👍👍', '👍 ', 'x👍', '\u200d', '\ufe0f', '🏽🏽', '👍'.repeat(1_000)])(
  '%j is none',
  (text) => {
    expect(emojiOf(text)).toBeNull();
  },
);
