import { createContext, type ReactNode, use, useMemo } from 'react';
import { createIntl, createIntlCache, type IntlShape } from 'react-intl';
import type { Language, Messages } from './languages';

const cache = createIntlCache();
const LanguageContext = createContext<IntlShape | null>(null);

/** Everything inside speaks this language; times and numbers in this time zone. */
export function LanguageProvider(props: {
  language: Language;
  messages: Messages;
  timeZone?: string | undefined;
  children: ReactNode;
}) {
  const { language, messages, timeZone } = props;
  const intl = useMemo(
    () =>
      createIntl(
        { locale: regionOf(language), messages, ...(timeZone ? { timeZone } : {}), onError: report },
        cache,
      ),
    [language, messages, timeZone],
  );
  return <LanguageContext value={intl}>{props.children}</LanguageContext>;
}

/** Words come in a few languages, but dates and numbers as the reader's own region writes them. */
function regionOf(language: Language): string {
  return navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? language;
}

function report(error: Error): void {
  if (import.meta.env.DEV) console.error(error);
}

export function useIntl(): IntlShape {
  const intl = use(LanguageContext);
  if (!intl) throw new Error('useIntl outside of LanguageProvider');
  return intl;
}
