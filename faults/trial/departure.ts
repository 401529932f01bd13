import type { Company, Scene } from '../people/company.ts';
import { Screen } from '../people/screen.ts';
import type { Site } from '../site/site.ts';

/** As promised: access that ended is gone everywhere after so long. */
const GONE_AFTER_MS = 2_000;

/** A member of a closed community, who is removed while something is wrong, with a socket at each process. */
export class Departure {
  private readonly company: Company;
  private readonly scene: Scene;
  private readonly site: Site;
  private readonly screens: Screen[];
  private removedAt = Number.POSITIVE_INFINITY;

  private constructor(company: Company, scene: Scene, site: Site, screens: Screen[]) {
    this.company = company;
    this.scene = scene;
    this.site = site;
    this.screens = screens;
  }

  static async of(company: Company, scene: Scene, site: Site): Promise<Departure> {
    const screens = site.webs.map(
      ({ port }) => new Screen(company.leaver, [scene.closed.id], site.origin, `http://127.0.0.1:${port}`),
    );
    for (const screen of screens) await screen.open();
    return new Departure(company, scene, site, screens);
  }

  async happens(): Promise<void> {
    const { owner, leaver } = this.company;
    const path = `/communities/${this.scene.closed.id}/members/${leaver.id}`;
    const { status } = await owner.requests.insist('DELETE', path);
    // Not there any more: a try that was not answered did it.
    if (status !== 204 && status !== 404) throw new Error(`a removal was answered ${status}`);
    this.removedAt = Date.now();
  }

  /** From when on nothing of the place may reach who was removed. */
  goneAt(normalAt: number): number {
    return Math.max(normalAt, this.removedAt) + GONE_AFTER_MS;
  }

  /** What reached them all the same, or does now. */
  async whatReaches(normalAt: number, threadIds: string[]): Promise<string[]> {
    const { leaver } = this.company;
    const { id } = this.scene.closed;
    const late = this.screens.flatMap((screen) => {
      const after = (screen.toldAt.get(id) ?? 0) - this.goneAt(normalAt);
      return after > 0 ? [`told by a socket ${after} ms too late`] : [];
    });
    const open: string[] = [];
    for (const { port } of this.site.webs) {
      const requests = leaver.at(port, this.site.origin);
      for (const path of [
        `/communities/${id}/threads`,
        `/communities/${id}/members`,
        ...threadIds.slice(-3).map((thread) => `/threads/${thread}/posts`),
      ])
        if ((await requests.get(path)).status !== 404) open.push(`${path} answers`);
      for (const path of ['/feeds/home?limit=100', '/search?q=beton', '/notifications', '/catch-up'])
        if (JSON.stringify((await requests.get(path)).body).includes(`"communityId":"${id}"`))
          open.push(`${path} shows some of it`);
    }
    const shown = this.screens.flatMap(({ shown }) =>
      shown.size > 0 ? ['its threads stay on the screen'] : [],
    );
    return [...late, ...open, ...shown];
  }

  close(): void {
    for (const screen of this.screens) screen.close();
  }
}
