import { emojiCalled } from './emoji-names';

const lists = {
  en: { emoji: () => import('emojibase-data/en/compact.json', { with: { type: 'json' } }) },
  nl: { emoji: () => import('emojibase-data/nl/compact.json', { with: { type: 'json' } }) },
  fy: {},
};
const emoji = (typed: string, language: string) => emojiCalled(typed, language, lists);

describe('an emoji', () => {
  it.each([
    ['tada', 'en', '🎉'],
    ['thumbs_up', 'en', '👍️'],
    ['duim_omhoog', 'nl', '👍️'],
    ['rocket', 'nl', '🚀'],
    ['raket', 'nl', '🚀'],
    ['confetti', 'nl', '🎉'],
  ])('is found by %s in %s', async (typed, language, character) => {
    const found = await emoji(typed, language);
    expect(found.map(({ unicode }) => unicode.replace('\ufe0f', ''))).toContain(
      character.replace('\ufe0f', ''),
    );
  });

  it('is called by its name in the language of the reader', async () => {
    expect((await emoji('rocket', 'nl'))[0]?.name).toBe('raket');
    expect(await emoji('zzzz', 'en')).toEqual([]);
  });

  it('is called by its English name in a language that has no names for it', async () => {
    expect((await emoji('rocket', 'fy'))[0]?.name).toBe('rocket');
  });
});
