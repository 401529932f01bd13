import { type DemoCommunity, type DemoOrganisation, type DemoPerson, streamOf } from '../demo/story.ts';
import { idAt } from '../seed/ids.ts';
import { Random } from '../seed/random.ts';

const YEAR = 365 * 86_400_000;

export type CastPerson = DemoPerson & { id: string };
export type CastPlace = Omit<DemoCommunity, 'kind'> & {
  id: string;
  kind: DemoCommunity['kind'] | 'person';
  /** Whose stream it is. */
  person: CastPerson | null;
};

/** The people and places of the demo with their ids, findable by the names that the story uses. */
export class Cast {
  readonly random = new Random(2_026);
  /** When all of them came to Kring. */
  readonly since: number;
  readonly people: CastPerson[];
  readonly places: CastPlace[];
  private readonly byHandle: Map<string, CastPerson>;
  private readonly byKey: Map<string, CastPlace>;

  constructor({ people, communities, follows }: DemoOrganisation, now: Date) {
    this.since = now.getTime() - YEAR;
    this.people = people.map((person) => ({ ...person, id: this.idAt(this.since) }));
    this.byHandle = new Map(this.people.map((person) => [person.handle, person]));
    const streams = this.people
      .filter(({ role }) => role !== 'guest')
      .map((person) => this.streamOf(person, follows));
    const told = communities.map((place) => ({ ...place, id: this.idAt(this.since), person: null }));
    this.places = [...told, ...streams];
    this.byKey = new Map(this.places.map((place) => [place.key, place]));
  }

  idAt(ms: number): string {
    return idAt(ms, this.random);
  }

  person(handle: string): CastPerson {
    return found(this.byHandle.get(handle), handle);
  }

  place(key: string): CastPlace {
    return found(this.byKey.get(key), key);
  }

  isMember(handle: string, place: CastPlace): boolean {
    return place.members.some((member) => member.handle === handle);
  }

  private streamOf(person: CastPerson, follows: DemoOrganisation['follows']): CastPlace {
    const followers = follows.filter((follow) => follow.person === person.handle);
    return {
      ...{
        key: streamOf(person.handle),
        id: this.idAt(this.since),
        kind: 'person',
        visibility: 'public',
        person,
      },
      ...{
        name: person.name,
        handle: null,
        purpose: '',
        startsOn: null,
        endsOn: null,
        status: null,
        milestones: [],
      },
      members: [
        { handle: person.handle, role: 'owner' },
        ...followers
          .filter(({ follower }) => this.person(follower).role !== 'guest')
          .map(({ follower }) => ({ handle: follower, role: 'member' as const })),
      ],
    };
  }
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The demo names ${name}, whom it does not introduce.`);
  return value;
}
