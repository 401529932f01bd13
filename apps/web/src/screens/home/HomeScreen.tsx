import { useTitle } from '~/app/use-title';
import { useFollowedTopics } from '~/data/topics';
import type { Sort } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { useIsWide } from '~/parts/context/wide';
import { FeedLinks } from '~/parts/FeedLinks';
import { Feed } from '~/parts/threads/Feed';
import { FeedCount } from '~/parts/threads/FeedCount';
import { useKept } from '~/parts/use-kept';
import { HomeComposer } from '~/parts/writing/HomeComposer';
import { comesLater } from '~/ui/comes-later';
import { Select } from '~/ui/Select';
import { AskedLine } from './AskedLine';
import { CatchUpLine } from './CatchUpLine';
import { FirstMinutes } from './first-minutes/FirstMinutes';
import { HomeEmpty } from './HomeEmpty';

const HomeContext = comesLater(() => import('./HomeContext').then((it) => it.default));

/** What concerns me, newest activity first, and the place to say something. */
export function HomeScreen() {
  const text = useText();
  const [sort, setSort] = useKept<Sort>('sort', 'activity');
  const isWide = useIsWide();
  useTitle(text('nav.home'));
  // Events are told apart by what I follow.
  useFollowedTopics();
  return (
    <div className="max-w-[42rem]">
      <h1 className="sr-only">
        <T id="nav.home" />
      </h1>
      <FeedLinks />
      <HomeComposer />
      <FirstMinutes />
      <CatchUpLine />
      <AskedLine />
      <div className="flex flex-col items-start justify-between gap-x-4 text-small sm:flex-row sm:items-center">
        <FeedCount feed="home" sort={sort} />
        <Select<Sort>
          inline
          label={text('sort.label')}
          value={sort}
          onChange={setSort}
          options={[
            { id: 'activity', label: text('sort.activity') },
            { id: 'newest', label: text('sort.newest') },
          ]}
        />
      </div>
      <Feed source={{ feed: 'home' }} sort={sort} empty={<HomeEmpty />} />
      {isWide && <HomeContext />}
    </div>
  );
}
