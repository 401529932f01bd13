import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database } from '#platform';
import { excerptOf } from '#posts';
import { CATCH_UP, CATCH_UP_COUNTS, MOST_LISTED, MOST_MOVED } from './catch-up.queries.ts';
import {
  CATCH_UP_SECTIONS,
  type CatchUpCount,
  type CatchUpItem,
  type CatchUpSection,
  type CatchUpView,
  type PostGlimpse,
} from './dto/catch-up.view.ts';

type Counts = Partial<Record<CatchUpSection | 'rest', number>>;

interface Found extends Pick<CatchUpView, 'since' | 'until' | 'communities' | 'topics'> {
  counts: Counts;
  items: Array<CatchUpItem & { section: CatchUpSection }>;
}

/** What a reader has not read since they last caught up: docs/catch-up.md. */
@Injectable()
export class CatchUpReader {
  constructor(private readonly database: Database) {}

  async of(viewer: Viewer): Promise<CatchUpView> {
    const values = [viewer.userId, viewer.guest, MOST_MOVED, MOST_LISTED];
    const [found] = await this.database.run<Found>(CATCH_UP, values);
    const { since, until, counts, items, communities, topics } = found!;
    const sections = CATCH_UP_SECTIONS.map((section) => ({
      section,
      count: counts[section] ?? 0,
      items: items.filter((item) => item.section === section).map(shown),
    })).filter(({ count }) => count > 0);
    return { since, until, ...summed(counts), sections, topics, communities };
  }

  async count(viewer: Viewer): Promise<CatchUpCount> {
    const rows = await this.database.run<{ section: keyof Counts; n: number }>(CATCH_UP_COUNTS, [
      viewer.userId,
      viewer.guest,
      MOST_MOVED,
    ]);
    return summed(Object.fromEntries(rows.map(({ section, n }) => [section, n])));
  }
}

function summed({ rest = 0, ...sections }: Counts): CatchUpCount {
  const forMe = Object.values(sections).reduce((sum, n) => sum + n, 0);
  return { forMe, total: forMe + rest };
}

const shown = ({ section: _, ...item }: CatchUpItem & { section: CatchUpSection }): CatchUpItem => ({
  ...item,
  opening: plain(item.opening),
  post: item.post && plain(item.post),
});

const plain = (glimpse: PostGlimpse): PostGlimpse => ({
  ...glimpse,
  excerpt: excerptOf(glimpse.excerpt, 200),
});
