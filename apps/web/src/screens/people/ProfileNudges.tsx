import { Link } from '@tanstack/react-router';
import type { UserView } from '~/data/types';
import { T } from '~/i18n/text';

const settings: string = '/settings';

/** What is still missing, in the order in which it helps colleagues most. */
const missing = [
  { id: 'person.nudge-portrait', isMissing: ({ portrait }: UserView) => portrait === null },
  { id: 'person.nudge-title', isMissing: ({ title }: UserView) => !title },
  { id: 'person.nudge-department', isMissing: ({ department }: UserView) => !department },
  { id: 'person.nudge-skills', isMissing: ({ skills }: UserView) => skills.length === 0 },
  { id: 'person.nudge-manager', isMissing: ({ manager, role }: UserView) => !manager && role !== 'guest' },
] as const;

const MOST = 3;

/** On my own page only: what would make it easier to find and to know me. */
export function ProfileNudges({ person }: { person: UserView }) {
  const open = missing.filter(({ isMissing }) => isMissing(person)).slice(0, MOST);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="nudges" className="border-b border-line py-4">
      <h2 id="nudges" className="font-medium">
        <T id="person.nudges" />
      </h2>
      <ul className="flex flex-col">
        {open.map(({ id }) => (
          <li key={id}>
            <Link
              to={settings}
              className="touchable inline-flex items-center rounded-sm text-accent underline underline-offset-4"
            >
              <T id={id} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
