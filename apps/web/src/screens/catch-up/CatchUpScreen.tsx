import { useRef } from 'react';
import { useTitle } from '~/app/use-title';
import { useCatchUp, useCatchUpCount } from '~/data/catch-up';
import { T, useText } from '~/i18n/text';
import { Arrivals } from '~/parts/Arrivals';
import { FormProblem } from '~/parts/FormProblem';
import { LoadingRows } from '~/parts/Loading';
import { ReadProblem } from '~/parts/ReadProblem';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { Button } from '~/ui/Button';
import { BusyTopics } from './BusyTopics';
import { CatchUpSectionList } from './CatchUpSectionList';
import { RestOfCommunities } from './RestOfCommunities';
import { Since } from './Since';
import { UndoBar } from './UndoBar';
import { UpToDate } from './UpToDate';
import { useSettling } from './use-settling';

/** What I have not read since I last caught up, what concerns me first; gone through in a minute. */
export function CatchUpScreen() {
  const text = useText();
  const title = text('nav.catch-up');
  useTitle(title);
  const query = useCatchUp();
  const { data: view, error, refetch } = query;
  const { data: count } = useCatchUpCount();
  const settling = useSettling(view);
  const top = useRef<HTMLDivElement>(null);
  const arrived = view && count ? Math.max(0, count.total - view.total) : 0;

  if (error && !view) return <ReadProblem query={query} />;
  return (
    <div ref={top} className="max-w-[42rem]">
      <ScreenHeader title={title}>
        {view && view.total > 0 && (
          <Button icon="tick" onPress={() => settling.settle('everything')}>
            <T id="catch-up.all-done" />
          </Button>
        )}
      </ScreenHeader>
      <Arrivals total={arrived} say={() => text('feed.new', { n: arrived })} />
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 py-2">
        {view && <Since view={view} />}
        {arrived > 0 && (
          <Button look="primary" icon="up" onPress={() => void refetch()}>
            <T id="feed.new" n={arrived} />
          </Button>
        )}
      </div>
      {settling.problem && <FormProblem problem={settling.problem} />}
      {!view && <LoadingRows />}
      {view?.sections.map((section) => (
        <CatchUpSectionList key={section.section} section={section} onSettle={settling.settle} />
      ))}
      {view && view.topics.length > 0 && <BusyTopics topics={view.topics} />}
      {view && view.communities.length > 0 && (
        <RestOfCommunities communities={view.communities} onSettle={settling.settle} />
      )}
      {view?.total === 0 && <UpToDate />}
      <UndoBar settling={settling} />
    </div>
  );
}
