export const quickEmoji = ['👍', '❤️', '🎉', '😄', '💡', '🙏'];

/** Common ones at work, shipped with the app: the reader's own system draws them. */
export const commonEmoji = [
  ...['👏', '🙌', '💪', '👌', '🤝', '✋', '👋', '🤞'],
  ...['😊', '😂', '😅', '😉', '😍', '🤔', '😮', '😢'],
  ...['😬', '🥳', '😎', '🤯', '😴', '🙈', '👀', '💯'],
  ...['✅', '❌', '❓', '❗', '⭐', '🔥', '🚀', '🏁'],
  ...['📌', '📅', '⏰', '📣', '🔧', '🏗️', '☕', '🍰'],
  ...['🌱', '☀️', '🌧️', '🌈', '🎂', '🏆', '💚', '🧡'],
];

/** Exactly one emoji, with whatever skin tone, sex or joiner it is made of. */
export const isEmoji = (text: string): boolean => /^\p{RGI_Emoji}$/v.test(text);
