import { beginning, wordsOf, wordsSought } from '#platform';

const LOCAL_PART = /^[^@]+(?=@)/;

/**
 * SQL conditions: every word that was typed is found in person `u`: name, handle, title, department, location, skill,
 * or the beginning of the e-mail address. Index users_by_folded_words.
 */
export const soughtPeople = (typed: string, bind: (value: string) => string): string[] =>
  wordsOf(typed).flatMap((word) => {
    const [local] = LOCAL_PART.exec(word) ?? [];
    if (local === undefined) return wordsSought(word, 'u.words', bind);
    // Everybody has the same domain, so only what stands before it is among the words.
    return [...wordsSought(local, 'u.words', bind), `u.email::text ILIKE ${bind(beginning(word))}`];
  });
