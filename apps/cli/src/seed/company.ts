import { handleFor, slugOf } from '#users';
import { idAt } from './ids.ts';
import { type Random, Zipf } from './random.ts';
import { COMMUNITIES_A_PERSON, FOLLOWED_COLLEAGUES, type Size } from './sizes.ts';
import { CIRCLES, FIRST_NAMES, LAST_NAMES, PLACES, WORKS } from './words.ts';
import type { Written } from './writer.ts';

export interface Person {
  id: string;
  /** Counts on from those that exist: handle and e-mail address hold it. */
  number: number;
  name: string;
  handle: string;
  role: 'admin' | 'member' | 'guest';
  /** How a post mentions them. */
  mention: Written;
}

export interface Place {
  id: string;
  kind: 'project' | 'group' | 'company' | 'person';
  visibility: 'public' | 'private' | 'secret';
  name: string;
  handle: string | null;
  owner: Person;
  members: Person[];
}

/** Who there is and who is in what; held in memory, as it does not grow with the posts. */
export interface Company {
  people: Person[];
  /** Projects and groups, biggest first. */
  communities: Place[];
  company: Place;
  streams: Place[];
}

export interface Beginnings {
  at: number;
  organisation: string;
  /** What is there already; all of it empty in a new installation. */
  peopleBefore: number;
  handlesBefore: Set<string>;
  companyId: string | undefined;
}

export function makeCompany(size: Size, beginnings: Beginnings, random: Random): Company {
  const { at, organisation, peopleBefore, companyId } = beginnings;
  const people = Array.from({ length: size.people }, (_, index) =>
    person(peopleBefore + index + 1, beginnings, random),
  );
  const colleagues = people.filter(({ role }) => role !== 'guest');
  const company: Place = {
    id: companyId ?? idAt(at, random),
    kind: 'company',
    visibility: 'public',
    name: organisation,
    handle: free(slugOf(organisation, '-'), beginnings),
    owner: colleagues[0]!,
    members: colleagues,
  };
  const streams = colleagues.map((of) => streamOf(of, at, random));
  const communities = Array.from({ length: size.communities }, (_, rank) =>
    community(rank, beginnings, random),
  );
  admit(people, communities, random);
  follow(colleagues, streams, random);
  for (const place of communities) place.owner = giveOwner(place, colleagues, random);
  return { people, communities, company, streams };
}

function person(number: number, beginnings: Beginnings, random: Random): Person {
  const name = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
  const id = idAt(beginnings.at, random);
  const handle = free(`${handleFor(name)}${number}`, beginnings);
  return {
    id,
    number,
    name,
    handle,
    role: number === 1 ? 'admin' : number % 100 === 99 ? 'guest' : 'member',
    mention: {
      body: `@${handle}`,
      html: `<a class="mention" href="/people/${id}">@${name.replace("'", '&#39;')}</a>`,
      words: handle.split('.'),
    },
  };
}

/** The handle, with a number more while somebody has it. */
function free(handle: string, { handlesBefore }: Beginnings): string {
  let found = handle;
  for (let more = 2; handlesBefore.has(found); more++) found = `${handle}.${more}`;
  return found;
}

function streamOf(owner: Person, at: number, random: Random): Place {
  return {
    id: idAt(at, random),
    kind: 'person',
    visibility: 'public',
    name: owner.name,
    handle: null,
    owner,
    members: [owner],
  };
}

function community(rank: number, beginnings: Beginnings, random: Random): Place {
  const kind = random.chance(0.6) ? 'project' : 'group';
  const name =
    kind === 'project'
      ? `${random.pick(WORKS)} ${random.pick(PLACES)} ${rank + 1}`
      : `${random.pick(CIRCLES)} ${random.pick(PLACES)} ${rank + 1}`;
  const visibility = random.chance(0.7) ? 'public' : random.chance(0.7) ? 'private' : 'secret';
  const handle = free(slugOf(name, '-'), beginnings);
  return {
    id: idAt(beginnings.at, random),
    kind,
    visibility,
    name,
    handle,
    owner: undefined as never,
    members: [],
  };
}

function admit(people: Person[], communities: Place[], random: Random): void {
  const zipf = new Zipf(random, communities.length, 0.9);
  for (const person of people) {
    const wanted = Math.min(person.role === 'guest' ? 2 : COMMUNITIES_A_PERSON, communities.length);
    for (const place of distinct(wanted, () => communities[zipf.pick()]!)) place.members.push(person);
  }
}

function follow(colleagues: Person[], streams: Place[], random: Random): void {
  const zipf = new Zipf(random, streams.length, 0.7);
  const wanted = Math.min(FOLLOWED_COLLEAGUES, streams.length - 1);
  for (const person of colleagues)
    for (const stream of distinct(
      wanted,
      () => streams[zipf.pick()]!,
      (it) => it.owner !== person,
    ))
      stream.members.push(person);
}

function giveOwner(place: Place, colleagues: Person[], random: Random): Person {
  const found = place.members.find(({ role }) => role !== 'guest');
  if (found) return found;
  const owner = random.pick(colleagues);
  place.members.push(owner);
  return owner;
}

function distinct<T>(count: number, draw: () => T, fits: (drawn: T) => boolean = () => true): Set<T> {
  const found = new Set<T>();
  while (found.size < count) {
    const drawn = draw();
    if (fits(drawn)) found.add(drawn);
  }
  return found;
}
