import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { localStore } from '~/data/local-storage';
import { sessionQuery } from '~/data/session';
import { chooseLanguage, type Language, loadMessages, type Messages } from '~/i18n/languages';

const KEY = 'kring.language';

/** Before anybody is known: what was read here last, else the browser's language. */
export function firstLanguage(): Language {
  return chooseLanguage(localStore?.getItem(KEY), ...navigator.languages);
}

export interface Spoken {
  language: Language;
  messages: Messages;
}

/** The account's language once somebody is logged in; the page changes without a reload. */
export function useSpoken(first: Spoken): Spoken {
  const [spoken, setSpoken] = useState(first);
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const wanted = session ? chooseLanguage(session.user.language) : spoken.language;

  useEffect(() => {
    let isCurrent = true;
    if (wanted !== spoken.language) {
      void loadMessages(wanted).then((messages) => isCurrent && setSpoken({ language: wanted, messages }));
    }
    return () => {
      isCurrent = false;
    };
  }, [wanted, spoken.language]);

  useEffect(() => {
    document.documentElement.lang = spoken.language;
    try {
      localStore?.setItem(KEY, spoken.language);
    } catch {
      // Only a memory for the next visit.
    }
  }, [spoken.language]);

  return spoken;
}
