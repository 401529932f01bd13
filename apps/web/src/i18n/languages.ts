import type en from './en.json';

export type MessageId = keyof typeof en;
export type Messages = Record<MessageId, string>;
export const languages = ['en', 'nl'] as const;
export type Language = (typeof languages)[number];

const loaders: Record<Language, () => Promise<{ default: Messages }>> = {
  en: () => import('./en.json'),
  nl: () => import('./nl.json'),
};

/** Only the language that is read is loaded. */
export const loadMessages = async (language: Language): Promise<Messages> =>
  (await loaders[language]()).default;

const isLanguage = (tag: string): tag is Language => (languages as readonly string[]).includes(tag);

/** The first language of these that we speak: the account's, then the browser's, else English. */
export function chooseLanguage(...tags: (string | null | undefined)[]): Language {
  for (const tag of tags) {
    const short = tag?.slice(0, 2).toLowerCase() ?? '';
    if (isLanguage(short)) return short;
  }
  return 'en';
}
