import { type Kring, type Person, startKring } from '#server-testing';

/** A private project with three members who were not told of anything yet, made anew for each test. */
export class BuildingSite {
  kring!: Kring;
  owner!: Person;
  sanne!: Person;
  tom!: Person;
  mila!: Person;
  place: any;

  static forEachTest(): BuildingSite {
    const site = new BuildingSite();
    beforeAll(async () => {
      site.kring = await startKring();
      site.owner = await site.kring.person('Olga Owner');
    });
    afterAll(() => site.kring.stop());
    beforeEach(() => site.begin());
    return site;
  }

  private async begin(): Promise<void> {
    const { kring, owner } = this;
    const people = ['Sanne', 'Tom', 'Mila'].map((name) => kring.person(name));
    [this.sanne, this.tom, this.mila] = (await Promise.all(people)) as [Person, Person, Person];
    const open = await owner.creates('Nieuwbouw');
    for (const person of [this.sanne, this.tom, this.mila]) await person.joins(open);
    const wish = { visibility: 'private', version: open.version };
    this.place = (await owner.api.patch(`/communities/${open.id}`, wish)).body;
  }

  /** Waits until everything that happened was worked out. */
  readonly settled = async (): Promise<void> => {
    const behind = `SELECT (SELECT count(*) FROM outbox)::int AS left,
      (SELECT head - seq FROM event_log, consumers WHERE name = 'notifications')::int AS lag`;
    for (let tries = 0; tries < 400; tries++) {
      const [state] = await this.kring.database.query<{ left: number; lag: number }>(behind);
      if (state!.left === 0 && state!.lag === 0) return;
      await new Promise((done) => setTimeout(done, 10));
    }
    throw new Error('the consumer does not come to the end');
  };

  readonly told = async (person: Person, query = ''): Promise<any[]> => {
    await this.settled();
    return (await person.reads(`/notifications${query}`)).items;
  };

  readonly kinds = async (person: Person): Promise<string[]> =>
    (await this.told(person)).map(({ kind }) => kind);

  readonly unread = async (person: Person): Promise<number> => {
    await this.settled();
    return (await person.reads('/notifications/unread')).count;
  };

  readonly level = (person: Person, level: string): Promise<unknown> =>
    person.api.patch(`/communities/${this.place.id}/membership`, { level });
}
