import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTitle } from '~/app/use-title';
import { type Searched, searched } from '~/data/search';
import { T, useText } from '~/i18n/text';
import { Tabs } from '~/ui/Tabs';
import { SearchBox } from './SearchBox';
import { SearchResults } from './SearchResults';

const PAUSE_MS = 250;
const tabNames = {
  posts: 'search.posts',
  people: 'search.people',
  communities: 'search.communities',
  files: 'search.files',
} as const;

/** Finding back what was said, by whom and where. The address holds the question, so that it can be shared. */
export function SearchScreen() {
  const text = useText();
  const { q = '', in: where = 'posts' } = useSearch({ from: '/inside/search' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  useTitle(q ? text('search.title', { q }) : text('nav.search'));

  const go = (words: string, tab: Searched) =>
    void navigate({
      to: '/search',
      search: { ...(words ? { q: words } : {}), ...(tab === 'posts' ? {} : { in: tab }) },
      replace: true,
      resetScroll: false,
    });

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed asks.
  useEffect(() => {
    const words = typed.trim();
    if (words === q) return;
    const timer = setTimeout(() => go(words, where), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // Back, or a link to another question.
  useEffect(() => setTyped((now) => (now.trim() === q ? now : q)), [q]);

  return (
    <div className="max-w-[42rem] pt-4 md:pt-7">
      <h1 className="sr-only">
        <T id="nav.search" />
      </h1>
      <SearchBox value={typed} onChange={setTyped} onSubmit={() => go(typed.trim(), where)} />
      <div className="pt-3">
        <Tabs<Searched>
          label={text('search.where')}
          tabs={searched.map((id) => ({ id, label: text(tabNames[id]) }))}
          chosen={where}
          onChoose={(tab) => go(typed.trim(), tab)}
        >
          <SearchResults q={q} where={where} />
        </Tabs>
      </div>
    </div>
  );
}
