import { Link } from '@tanstack/react-router';
import type { CatchUp } from '~/data/types';
import { T } from '~/i18n/text';

/** What many speak of, among what I have not read. */
export function BusyTopics({ topics }: { topics: CatchUp['topics'] }) {
  return (
    <section aria-labelledby="catch-up-topics" className="pb-6">
      <h2 id="catch-up-topics" className="border-b border-line pb-1 text-lead">
        <T id="catch-up.topics" />
      </h2>
      <ul className="flex flex-wrap gap-x-5 pt-1">
        {topics.map(({ name, threads }) => (
          <li key={name}>
            <Link
              to="/topics/$name"
              params={{ name }}
              className="touchable inline-flex items-center gap-1.5 rounded-sm hover:underline hover:underline-offset-4"
            >
              <span className="font-medium">#{name}</span>
              <span className="text-small text-quiet tabular-nums">
                <T id="catch-up.threads" n={threads} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
