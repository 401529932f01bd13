import { type Kring, startKring } from '#server-testing';
import { Asking } from './requests.ts';
import { routesInTheDocument } from './routes-in-the-document.ts';
import { PLACES, ROLES, RULES, type Verdict } from './rules.ts';
import { type Cast, castOf, type Scene, sceneOf } from './scene.ts';
import { TABLE } from './table.ts';

const REFUSALS = new Set([401, 403, 404]);

describe('every route, for everybody, in every kind of community', () => {
  let kring: Kring;
  let cast: Cast;
  let asking: Asking;

  beforeAll(async () => {
    kring = await startKring();
    cast = await castOf(kring);
    asking = new Asking(kring, cast.people);
  });
  afterAll(() => kring.stop());

  it('has a line in the table', async () => {
    expect(Object.keys(TABLE).sort()).toEqual(await routesInTheDocument(kring));
  });

  it.each(Object.entries(TABLE))('%s answers as the table says', async (route, expectation) => {
    const wrong: string[] = [];
    for (const place of PLACES) {
      let scene: Scene | undefined;
      for (const role of ROLES) {
        scene ??= await sceneOf(kring, cast, place);
        const { status } = await asking.as(role, route, expectation, scene);
        const expected: Verdict = RULES[expectation.rule](role, place);
        const actual: Verdict = REFUSALS.has(status) ? (status as Verdict) : 'allowed';
        // Only what was let in can have changed anything; the next one begins anew.
        if (actual === 'allowed' && !route.startsWith('GET')) scene = undefined;
        if (actual !== expected || status >= 500)
          wrong.push(`${role} in ${place}: ${status}, not ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
