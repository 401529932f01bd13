import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database } from '#platform';
import { excerptOf } from '#posts';
import { CONCERNING } from '../make-notifications.sql.ts';
import { reachOf } from '../reach/reach.ts';
import { type PersonSettings, SettingsReader } from '../settings/settings.reader.ts';
import { CONCERNED_ME } from './preview.queries.ts';
import type { PreviewedEvent, PreviewView } from './preview.view.ts';

const DAYS = 7;
const MOST = 200;

interface Row
  extends Pick<PreviewedEvent, 'kind' | 'actor' | 'community' | 'threadId' | 'postId' | 'emoji' | 'at'> {
  body: string | null;
  wanted: boolean;
  muted: boolean;
}

/**
 * What would reach me: the events of the last days, judged by the very rules that make notifications and send push
 * messages, with my settings as they are now.
 */
@Injectable()
export class PreviewReader {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingsReader,
  ) {}

  async of({ userId }: Viewer): Promise<PreviewView> {
    const settings = (await this.settings.of([userId])).get(userId)!;
    const rows = await this.database.run<Row>(CONCERNED_ME, [userId, DAYS, MOST, CONCERNING]);
    const items = rows.map((row) => judged(row, settings));
    const counts = { push: 0, later: 0, list: 0, none: 0 };
    for (const { reach } of items) counts[reach]++;
    return { days: DAYS, counts, items };
  }
}

function judged({ body, wanted, muted, ...event }: Row, settings: PersonSettings): PreviewedEvent {
  const shown = { ...event, excerpt: body ? excerptOf(body) : null, pushedAt: null };
  if (!wanted) return { ...shown, reach: 'none', because: muted ? 'muted' : 'level' };
  const reach = reachOf(event.kind, new Date(event.at), settings);
  switch (reach.by) {
    case 'push':
      return { ...shown, reach: 'push', because: null, pushedAt: event.at };
    case 'later':
      return { ...shown, reach: 'later', because: reach.because, pushedAt: reach.at.toISOString() };
    case 'list':
      return { ...shown, reach: 'list', because: 'kind' };
  }
}
