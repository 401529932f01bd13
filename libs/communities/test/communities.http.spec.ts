import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let joris: Person;

beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
  joris = await kring.person('Joris');
});
afterAll(() => kring.stop());

describe('making a community', () => {
  test('whoever makes it owns it', async () => {
    const noord = await sanne.creates('Nieuwbouw Noord', { purpose: 'Vierhonderd woningen' });
    expect(noord).toMatchObject({
      kind: 'project',
      visibility: 'public',
      name: 'Nieuwbouw Noord',
      handle: 'nieuwbouw-noord',
      status: 'active',
      memberCount: 1,
      mine: { role: 'owner', level: 'threads' },
      request: null,
      mayPost: true,
      mayManage: true,
      milestones: [],
      person: null,
    });
    expect(noord.hue).toBeGreaterThanOrEqual(0);
    expect(await sanne.reads(`/communities/${noord.id}`)).toEqual(noord);
  });
});
