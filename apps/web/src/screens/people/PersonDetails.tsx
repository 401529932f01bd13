import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { UserView } from '~/data/types';
import { T } from '~/i18n/text';
import { PersonName } from '~/parts/PersonName';

const link = 'rounded-sm underline underline-offset-4 hover:text-accent wrap-anywhere';

/** What one may want to know before walking over. Nothing is said of what is not known. */
export function PersonDetails({ person }: { person: UserView }) {
  const { about, email, phone, manager, skills } = person;
  return (
    <div className="flex flex-col gap-4">
      {about && <p className="max-w-measure whitespace-pre-line">{about}</p>}
      <dl className="flex flex-col gap-3 sm:grid sm:grid-cols-2 xl:flex xl:flex-col">
        {email && (
          <Fact name={<T id="person.email" />}>
            <a href={`mailto:${email}`} className={link}>
              {email}
            </a>
          </Fact>
        )}
        {phone && (
          <Fact name={<T id="person.phone" />}>
            <a href={`tel:${phone.replace(/[^\d+]/gu, '')}`} className={link}>
              {phone}
            </a>
          </Fact>
        )}
        {manager && (
          <Fact name={<T id="person.manager" />}>
            <PersonName person={manager} />
          </Fact>
        )}
        {skills.length > 0 && (
          <Fact name={<T id="person.skills" />}>
            <ul className="flex flex-wrap gap-x-3">
              {skills.map((skill) => (
                <li key={skill} className="min-w-0">
                  <Link to="/people" search={{ skill }} className={link}>
                    {skill}
                  </Link>
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-small text-quiet">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
