/** One emoji as Unicode recommends it for interchange; flags, skin tones and families are one. */
const ONE_EMOJI = /^\p{RGI_Emoji}$/v;
const AS_PICTURE = '\ufe0f';

/** The one spelling of an emoji, or null for what is none: `❤` and `❤️` are the same. */
export function emojiOf(text: string): string | null {
  if (text.length > 50) return null;
  return [text, text + AS_PICTURE].find((spelling) => ONE_EMOJI.test(spelling)) ?? null;
}
