import { useState } from 'react';
import { useTitle } from '~/app/use-title';
import type { Sort } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FeedLinks } from '~/parts/FeedLinks';
import { Feed } from '~/parts/threads/Feed';
import { HomeComposer } from '~/parts/writing/HomeComposer';
import { Select } from '~/ui/Select';
import { HomeEmpty } from './HomeEmpty';

/** What concerns me, newest activity first, and the place to say something. */
export function HomeScreen() {
  const text = useText();
  const [sort, setSort] = useState<Sort>('activity');
  useTitle(text('nav.home'));
  return (
    <div className="max-w-[42rem]">
      <h1 className="sr-only">
        <T id="nav.home" />
      </h1>
      <FeedLinks />
      <HomeComposer />
      <div className="flex justify-end pt-3 text-small">
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
    </div>
  );
}
