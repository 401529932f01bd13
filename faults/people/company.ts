import { SETUP_CODE, type Site } from '../site/site.ts';
import { Colleague, type Place } from './colleague.ts';
import { Tally } from './requests.ts';

const MEMBERS = ['Sanne', 'Tom', 'Mila', 'Joris', 'Fatima', 'Daan', 'Roos', 'Pieter'];

/** Where a trial takes place. */
export interface Scene {
  /** Everybody may read it. */
  open: Place;
  /** Its members only; the leaver is one of them until they are removed. */
  closed: Place;
}

/** Who works there, through all trials. */
export class Company {
  private readonly site: Site;
  readonly owner: Colleague;
  readonly members: Colleague[];
  /** Reads along in open places without being a member. */
  readonly reader: Colleague;
  readonly guest: Colleague;
  /** Is removed during the fault. */
  readonly leaver: Colleague;
  /** Looks whether everything works. */
  readonly prober: Colleague;
  readonly probed: Colleague;
  readonly probes: Place;

  private constructor(
    parts: Pick<
      Company,
      'owner' | 'members' | 'reader' | 'guest' | 'leaver' | 'prober' | 'probed' | 'probes'
    >,
    site: Site,
  ) {
    Object.assign(this, parts);
    this.site = site;
  }

  static async found(site: Site): Promise<Company> {
    const owner = await Colleague.first(site.origin, SETUP_CODE);
    const invite = (name: string, role?: 'guest') => owner.invites(site.origin, name, role);
    const members: Colleague[] = [];
    for (const name of MEMBERS) members.push(await invite(name));
    const [prober, probed] = [await invite('Petra'), await invite('Paul')];
    const probes = await owner.does('POST', '/communities', project('Proeven', 'public'));
    for (const { id } of [prober, probed])
      await owner.does('PUT', `/communities/${probes.id}/members/${id}`, { role: 'member' });
    const others = {
      reader: await invite('Rik'),
      guest: await invite('Gijs', 'guest'),
      leaver: await invite('Vera'),
    };
    return new Company({ owner, members, ...others, prober, probed, probes }, site);
  }

  get everybody(): Colleague[] {
    const { owner, members, reader, guest, leaver, prober, probed } = this;
    return [owner, ...members, reader, guest, leaver, prober, probed];
  }

  /** Those who write. */
  get writers(): Colleague[] {
    return [this.owner, ...this.members];
  }

  /** Those of them who are in the closed place. */
  get insiders(): Colleague[] {
    return this.writers.slice(0, 5);
  }

  /** Those who live through a trial; whoever only looks whether everything works is not counted. */
  countAnew(): Tally {
    const tally = new Tally();
    for (const person of this.everybody)
      person.tally = person === this.prober || person === this.probed ? new Tally() : tally;
    return tally;
  }

  /** New places, so that nothing of an earlier trial is seen. */
  async scene(name: string): Promise<Scene> {
    const { owner, members, guest, leaver } = this;
    const open = await owner.does('POST', '/communities', project(`${name} open`, 'public'));
    const closed = await owner.does('POST', '/communities', project(`${name} closed`, 'private'));
    const admit = (place: Place, { id }: Colleague) =>
      owner.does('PUT', `/communities/${place.id}/members/${id}`, { role: 'member' });
    for (const person of [...members, guest]) await admit(open, person);
    for (const person of [...this.insiders.slice(1), leaver]) await admit(closed, person);
    return { open, closed };
  }

  get origin(): string {
    return this.site.origin;
  }
}

const project = (name: string, visibility: 'public' | 'private') => ({ name, kind: 'project', visibility });
