import type { Sql } from '#platform';
import type { DemoOrganisation } from '../demo/story.ts';
import type { Cast } from './cast.ts';
import { insert } from './insert.ts';

const DAY = 86_400_000;

export async function addPeople(sql: Sql, cast: Cast, passwordHash: string): Promise<void> {
  const created_at = new Date(cast.since);
  const people = cast.people.map(
    ({ id, handle, name, email, role, title, department, location, phone, ...rest }) => ({
      ...{ id, handle, name, email, role, title, department, location, phone, created_at },
      ...{ password_hash: passwordHash, skills: rest.skills, language: rest.language },
      ...{
        time_zone: 'Europe/Amsterdam',
        version: 1,
        manager_id: rest.manager && cast.person(rest.manager).id,
      },
    }),
  );
  await insert(sql, 'users', people);
}

export async function addCommunities(sql: Sql, cast: Cast, now: Date): Promise<void> {
  const created_at = new Date(cast.since);
  const places = cast.places.map(({ id, kind, visibility, name, handle, purpose, status, ...rest }) => ({
    ...{ id, kind, visibility, name, handle, purpose: purpose || null, status, created_at, version: 1 },
    ...{ starts_on: rest.startsOn, ends_on: rest.endsOn, hue: Number.parseInt(id.slice(-4), 16) % 360 },
    ...{ person_id: rest.person?.id ?? null, member_count: rest.members.length },
    began_with: kind === 'conversation' ? rest.members.length : null,
    created_by: kind === 'company' ? null : cast.person(rest.members[0]!.handle).id,
  }));
  await insert(sql, 'communities', places);
  // So much was read that a day and a half is left to catch up with.
  const read_until = new Date(now.getTime() - 1.5 * DAY);
  for (const { id, kind, members } of cast.places)
    await insert(
      sql,
      'memberships',
      members.map(({ handle, role }) => ({
        ...{ community_id: id, user_id: cast.person(handle).id, role, joined_at: created_at, read_until },
        level: kind === 'conversation' ? 'all' : 'threads',
      })),
    );
  const milestones = cast.places.flatMap((place) =>
    place.milestones.map(({ title, dueOn, doneAt }) => ({
      ...{
        id: cast.idAt(cast.since),
        community_id: place.id,
        title,
        due_on: dueOn,
        done_at: doneAt,
        created_at,
      },
      done_by: doneAt && cast.person(place.members[0]!.handle).id,
    })),
  );
  await insert(sql, 'milestones', milestones);
}

export async function addOrganisation(sql: Sql, { name }: DemoOrganisation, cast: Cast): Promise<void> {
  await insert(sql, 'organisations', [
    { id: cast.idAt(cast.since), only_row: true, name, created_at: new Date(cast.since) },
  ]);
}
