import type pg from 'pg';
import type { Company, Person, Place } from './company.ts';
import { copy, Rows } from './copy.ts';
import type { Random } from './random.ts';
import { time } from './time.ts';
import { DEPARTMENTS, LOCATIONS, TITLES } from './words.ts';

const DAY = 86_400_000;
const CHIEFS = 10;

export interface Writing {
  client: pg.Client;
  random: Random;
  /** When everybody's account was made. */
  at: number;
  passwordHash: string;
  companyExists: boolean;
}

/** To be called within a transaction. */
export async function writeCompany(company: Company, writing: Writing): Promise<void> {
  const { client, companyExists } = writing;
  await writePeople(company.people, writing);
  const places = [...company.communities, ...company.streams, ...(companyExists ? [] : [company.company])];
  await writePlaces(places, writing);
  for (const part of [company.communities, company.streams, [company.company]])
    await writeMemberships(part, writing);
  if (companyExists)
    await client.query('UPDATE communities SET member_count = member_count + $2 WHERE id = $1', [
      company.company.id,
      company.company.members.length,
    ]);
}

async function writePeople(people: Person[], { client, random, at, passwordHash }: Writing): Promise<void> {
  const columns =
    'id email handle name role password_hash title department location language manager_id created_at';
  const rows = new Rows();
  for (const [index, { id, number, handle, name, role }] of people.entries())
    rows.add(
      id,
      emailOf(number),
      handle,
      name,
      role,
      passwordHash,
      random.pick(TITLES),
      random.pick(DEPARTMENTS),
      random.pick(LOCATIONS),
      random.chance(0.7) ? 'nl' : 'en',
      // Ten people each, up to the first.
      index === 0 ? null : people[Math.floor((index - 1) / CHIEFS)]!.id,
      time(at),
    );
  await copy(client, 'users', columns.split(' '), rows);
}

/** The n-th person that was ever seeded: a load test can log in without asking who there is. */
export function emailOf(number: number): string {
  return `seed.${number}@example.com`;
}

async function writePlaces(places: Place[], { client, at }: Writing): Promise<void> {
  const columns =
    'id kind visibility name handle purpose status hue person_id member_count created_by created_at';
  const rows = new Rows();
  for (const { id, kind, visibility, name, handle, owner, members } of places)
    rows.add(
      id,
      kind,
      visibility,
      name,
      handle,
      null,
      kind === 'project' ? 'active' : null,
      Number.parseInt(id.slice(-4), 16) % 360,
      kind === 'person' ? owner.id : null,
      members.length,
      kind === 'company' ? null : owner.id,
      time(at),
    );
  await copy(client, 'communities', columns.split(' '), rows);
}

async function writeMemberships(places: Place[], { client, random, at }: Writing): Promise<void> {
  const columns = ['community_id', 'user_id', 'role', 'level', 'joined_at', 'read_until'];
  const now = Date.now();
  const rows = new Rows();
  for (const { id, owner, members } of places)
    for (const member of members)
      rows.add(
        id,
        member.id,
        member === owner ? 'owner' : random.chance(0.02) && member.role !== 'guest' ? 'moderator' : 'member',
        random.chance(0.8) ? 'threads' : random.pick(['all', 'mentions', 'none']),
        time(at),
        time(now - random.below(14 * DAY)),
      );
  await copy(client, 'memberships', columns, rows);
}
