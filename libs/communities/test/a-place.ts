import { type Kring, type Person, startKring } from '#server-testing';

type Place = { id: string };

/** People of every rank, and places in which they have it. */
export class APlace {
  kring!: Kring;
  owner!: Person;
  moderator!: Person;
  member!: Person;
  outsider!: Person;
  guest!: Person;

  static forAllTests(): APlace {
    const cast = new APlace();
    beforeAll(() => cast.begin());
    afterAll(() => cast.kring.stop());
    return cast;
  }

  private async begin(): Promise<void> {
    this.kring = await startKring();
    this.owner = await this.kring.person('Olga Owner');
    this.moderator = await this.kring.person('Mo Moderator');
    this.member = await this.kring.person('Mia Member');
    this.outsider = await this.kring.person('Otto Outsider');
    this.guest = await this.kring.person('Gerda Guest', 'guest');
  }

  readonly place = async (visibility = 'private'): Promise<any> => {
    const made = await this.owner.creates(`Plek ${Math.random()}`, { visibility });
    await this.owner.admits(this.moderator, made, 'moderator');
    await this.owner.admits(this.member, made);
    return made;
  };

  readonly put = (who: Person, where: Place, whom: Person, role?: string) =>
    who.api.put(`/communities/${where.id}/members/${whom.id}`, role && { role });

  readonly remove = (who: Person, where: Place, whom: Person) =>
    who.api.delete(`/communities/${where.id}/members/${whom.id}`);

  readonly countOf = async (where: Place): Promise<number> =>
    (await this.owner.reads(`/communities/${where.id}`)).memberCount;

  readonly roleOf = async (where: Place, whom: Person): Promise<string | null> =>
    (await whom.api.get(`/communities/${where.id}`)).body.mine?.role ?? null;
}
