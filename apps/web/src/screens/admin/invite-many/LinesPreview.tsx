import type { GivenRole } from '~/data/types';
import type { MessageId } from '~/i18n/languages';
import { T } from '~/i18n/text';
import { roleNames } from '../role-names';
import type { InvitedLine } from './invited-line';

const SHOWN = 100;

const problems = {
  'not-an-email': 'field.not-an-email',
  twice: 'invite-many.twice',
  'unknown-role': 'invite-many.unknown-role',
} as const satisfies Record<NonNullable<InvitedLine['problem']>, MessageId>;

/** Who would be invited, and what is wrong with the others: those come first, as they are what there is to do. */
export function LinesPreview({ lines, role }: { lines: InvitedLine[]; role: GivenRole }) {
  const wrong = lines.filter((line) => line.problem);
  const right = lines.filter((line) => !line.problem);
  const shown = [...wrong, ...right].slice(0, SHOWN);
  return (
    <section className="flex flex-col gap-1">
      <p role="status" className="font-medium">
        <T id="invite-many.found" n={right.length} wrong={wrong.length} />
      </p>
      <ul className="max-h-80 overflow-y-auto border-y border-line">
        {shown.map((line, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: addresses may be there twice, and nothing here has state.
            key={`${line.email} ${place}`}
            className="grid items-baseline gap-x-4 border-b border-line py-1.5 last:border-b-0 sm:grid-cols-2"
          >
            <span className="min-w-0 wrap-anywhere">
              {line.name && <span className="font-medium">{line.name} </span>}
              <span className={line.name ? 'text-quiet' : ''}>{line.email}</span>
            </span>
            {line.problem ? (
              <span className="text-small text-danger">
                <T id={problems[line.problem]} />
              </span>
            ) : (
              <span className="text-small text-quiet">
                <T id={roleNames[line.role ?? role]} />
                {line.department && ` · ${line.department}`}
              </span>
            )}
          </li>
        ))}
      </ul>
      {lines.length > SHOWN && (
        <p className="text-small text-quiet">
          <T id="invite-many.more" n={lines.length - SHOWN} />
        </p>
      )}
    </section>
  );
}
