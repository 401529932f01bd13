export interface Emoji {
  unicode: string;
  name: string;
}

interface Listed {
  unicode: string;
  label: string;
  tags?: string[];
  order?: number;
}

/** Where the names are, by language. */
export type Lists = Record<string, { emoji?(): Promise<{ default: unknown }> }>;

const known = new Map<string, Promise<Listed[]>>();

function listIn(language: string, lists: Lists): Promise<Listed[]> {
  const list =
    known.get(language) ??
    lists[language]?.emoji?.().then((it) => it.default as Listed[]) ??
    Promise.resolve([]);
  known.set(language, list);
  return list;
}

/** Those whose name or keyword begins with it, in the reader's language first and in English too. */
export async function emojiCalled(typed: string, language: string, lists: Lists): Promise<Emoji[]> {
  const own = language === 'en' ? [] : await listIn(language, lists);
  const english = await listIn('en', lists);
  return called(typed, [own, english]);
}

const MOST = 8;

function called(typed: string, lists: Listed[][]): Emoji[] {
  const sought = plain(typed);
  const found = new Map<string, Emoji & { rank: number }>();
  lists.forEach((list, place) => {
    list.forEach(({ unicode, label, tags = [], order }) => {
      if (order === undefined) return;
      const score = rank(sought, plain(label), tags.map(plain));
      if (score === null) return;
      const shown = lists[0]!.length > 0 && place > 0 ? nameIn(lists[0]!, unicode) : label;
      const before = found.get(unicode);
      const next = score * 2 + place;
      if (!before || next < before.rank) found.set(unicode, { unicode, name: shown ?? label, rank: next });
    });
  });
  return [...found.values()]
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST)
    .map(({ unicode, name }) => ({ unicode, name }));
}

const nameIn = (list: Listed[], unicode: string) => list.find((one) => one.unicode === unicode)?.label;

/** Lower is better: the name itself, its beginning, a keyword, another word of the name. */
function rank(sought: string, label: string, tags: string[]): number | null {
  if (label === sought) return 0;
  if (tags.includes(sought)) return 1;
  if (label.startsWith(sought)) return 2;
  if (label.split('_').some((word) => word.startsWith(sought))) return 3;
  return tags.some((tag) => tag.startsWith(sought)) ? 4 : null;
}

const plain = (words: string) =>
  words
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s-]+/g, '_');
