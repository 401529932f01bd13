import { useChartLevel } from '~/data/people';
import type { ChartPerson } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { PersonName } from '~/parts/PersonName';
import { Portrait } from '~/parts/Portrait';
import { useKept } from '~/parts/use-kept';
import { Button, IconButton } from '~/ui/Button';

/** Those led by one person, each to be opened in turn; asked for only once somebody opens it. */
export function ChartLevel(props: {
  under: string | null;
  /** Who stands above: nobody is opened under themselves. */
  above: readonly string[];
  /** Whether those of this level are open from the start. */
  isOpen?: boolean;
}) {
  const { under, above, isOpen = false } = props;
  const text = useText();
  const query = useChartLevel(under);
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <ul
        aria-busy={query.isPending}
        className={under ? 'ml-4 border-l border-line pl-2 sm:ml-5' : undefined}
      >
        {query.isPending && (
          <li className="py-2 pl-11 text-small text-quiet" role="status">
            {text('loading')}
          </li>
        )}
        {people
          .filter(({ id }) => !above.includes(id))
          .map((person) => (
            <Person key={person.id} person={person} above={above} isOpen={isOpen} />
          ))}
      </ul>
      {query.isError && (
        <Button look="quiet" onPress={() => void query.refetch()}>
          <T id="unsent.retry" />
        </Button>
      )}
      {query.hasNextPage && (
        <Button
          look="quiet"
          className="ml-12"
          isPending={query.isFetchingNextPage}
          onPress={() => void query.fetchNextPage()}
        >
          <T id="more" />
        </Button>
      )}
    </>
  );
}

function Person(props: { person: ChartPerson; above: readonly string[]; isOpen: boolean }) {
  const { person, above } = props;
  const { id, name, title, department, reports } = person;
  const text = useText();
  const [isOpen, setOpen] = useKept(`chart ${id}`, props.isOpen);
  return (
    <li>
      <div className="flex items-center gap-2 py-1">
        {reports > 0 ? (
          <IconButton
            icon={isOpen ? 'down' : 'right'}
            label={text('people.chart-open', { name, n: reports })}
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          />
        ) : (
          <span className="w-9 shrink-0 coarse:w-11" />
        )}
        <Portrait person={person} size={32} />
        <div className="min-w-0 flex-1">
          <div className="wrap-anywhere">
            <PersonName person={person} />
          </div>
          <p className="text-small text-quiet wrap-anywhere">
            {[title, department].filter(Boolean).join(' · ')}
          </p>
        </div>
        {reports > 0 && (
          <span aria-hidden className="shrink-0 text-small text-quiet tabular-nums">
            {reports}
          </span>
        )}
      </div>
      {isOpen && reports > 0 && <ChartLevel under={id} above={[...above, id]} />}
    </li>
  );
}
