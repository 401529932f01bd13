import { languages as spoken } from 'virtual:languages';
import type en from './en.json';

export type MessageId = keyof typeof en;
export type Messages = Record<MessageId, string>;
/** The tag of a language that has a file here: `nl`, `pt-BR`. */
export type Language = string;

/** All that there are, each by what it calls itself. */
export const languages = Object.entries(spoken).map(([tag, { name }]) => ({ tag, name }));

/** Only the language that is read is loaded. */
export const loadMessages = async (language: Language): Promise<Messages> =>
  (await spoken[language]!.texts()).default;

/** The first language of these that we speak: the account's, then the browser's, else English. */
export function chooseLanguage(...tags: (string | null | undefined)[]): Language {
  for (const tag of tags) {
    const found = tag && (nearest(tag.toLowerCase()) ?? nearest(tag.toLowerCase().split('-')[0]!));
    if (found) return found;
  }
  return 'en';
}

/** `pt` is closer to `pt-BR` than to English. */
const nearest = (wanted: string): Language | undefined => {
  const tags = Object.keys(spoken);
  return (
    tags.find((tag) => tag.toLowerCase() === wanted) ??
    tags.find((tag) => tag.toLowerCase().startsWith(`${wanted}-`))
  );
};
