import { useTitle } from '~/app/use-title';
import { useChartLevel } from '~/data/people';
import { T, useText } from '~/i18n/text';
import { CommunityArt } from '~/parts/art/Art';
import { ButtonLink } from '~/parts/ButtonLink';
import { LoadingRows } from '~/parts/Loading';
import { ReadState } from '~/parts/ReadState';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { EmptyState } from '~/ui/EmptyState';
import { ChartLevel } from './ChartLevel';

/** Who leads whom, opened level by level. */
export function ChartScreen() {
  const text = useText();
  const query = useChartLevel(null);
  useTitle(text('people.chart'));
  const tops = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="max-w-[42rem]">
      <ScreenHeader title={<T id="people.chart" />}>
        <ButtonLink to="/people" icon="people">
          <T id="people.as-list" />
        </ButtonLink>
      </ScreenHeader>
      <ReadState query={query} loading={<LoadingRows />}>
        {() =>
          tops.length > 0 ? (
            <div className="pt-3">
              <ChartLevel under={null} above={[]} isOpen={tops.length === 1} />
            </div>
          ) : (
            <EmptyState art={<CommunityArt />} title={<T id="people.chart-empty" />}>
              <T id="people.chart-empty-text" />
            </EmptyState>
          )
        }
      </ReadState>
    </div>
  );
}
