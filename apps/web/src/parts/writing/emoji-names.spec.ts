import { emojiCalled } from './emoji-names';

const first = async (typed: string, locale: string) => (await emojiCalled(typed, locale))[0]?.unicode;

describe('an emoji', () => {
  it.each([
    ['tada', 'en-GB', '🎉'],
    ['thumbs_up', 'en-GB', '👍️'],
    ['duim_omhoog', 'nl-NL', '👍️'],
    ['rocket', 'nl-NL', '🚀'],
    ['raket', 'nl-NL', '🚀'],
    ['confetti', 'nl-NL', '🎉'],
  ])('is found by %s in %s', async (typed, locale, emoji) => {
    const found = await emojiCalled(typed, locale);
    expect(found.map(({ unicode }) => unicode.replace('\ufe0f', ''))).toContain(emoji.replace('\ufe0f', ''));
  });

  it('is called by its name in the language of the reader', async () => {
    expect((await emojiCalled('rocket', 'nl'))[0]?.name).toBe('raket');
    expect(await first('zzzz', 'en')).toBeUndefined();
  });
});
