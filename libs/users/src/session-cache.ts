import type { Viewer } from '#access';

const KEPT_MS = 2_000;
const MOST = 20_000;

/**
 * Remembers for two seconds whose a token is, so that a page that asks for ten things looks it up once. What an
 * event says has ended is forgotten at once.
 */
export class SessionCache {
  private readonly entries = new Map<string, { viewer: Viewer; until: number }>();
  private forgettings = 0;

  get(key: string): Viewer | undefined {
    const entry = this.entries.get(key);
    if (entry && entry.until > Date.now()) return entry.viewer;
    if (entry) this.entries.delete(key);
    return undefined;
  }

  /** Looks up and keeps, unless something was forgotten meanwhile: the answer might be from before it. */
  async remember(key: string, lookUp: () => Promise<Viewer | null>): Promise<Viewer | null> {
    const { forgettings } = this;
    const viewer = await lookUp();
    if (viewer && forgettings === this.forgettings) this.keep(key, viewer);
    return viewer;
  }

  forget(concerned: (viewer: Viewer) => boolean): void {
    this.forgettings++;
    for (const [key, { viewer }] of this.entries) if (concerned(viewer)) this.entries.delete(key);
  }

  private keep(key: string, viewer: Viewer): void {
    if (this.entries.size >= MOST) this.entries.clear();
    this.entries.set(key, { viewer, until: Date.now() + KEPT_MS });
  }
}
