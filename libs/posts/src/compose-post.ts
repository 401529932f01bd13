import { Injectable } from '@nestjs/common';
import { knownCommunity, type Viewer, visiblePerson } from '#access';
import type { Place } from '#communities';
import { Database, type Sql, type Statement } from '#platform';
import { tokensOf } from './markdown/markdown.ts';
import { renderPost } from './markdown/render.ts';
import type { SafeHtml } from './markdown/safe-html.ts';
import { handlesIn, topicsIn } from './markdown/written.ts';

/** A text with all that follows from it. */
export interface ComposedPost {
  body: string;
  html: SafeHtml;
  /** The people it mentions who may read it. */
  mentionIds: string[];
  topics: string[];
  /** It calls everybody of the community that it stands in. */
  callsEverybody: boolean;
}

interface Named {
  kind: 'person' | 'community';
  id: string;
  name: string;
  handle: string;
  /** A person who may read it; the community that it stands in. */
  concerned: boolean;
}

/**
 * Whom handles name: active people whom the author may see, and communities that the author knows. Everybody who
 * reads the post sees the names, so a secret community is named only in itself. Unique indexes of both handles.
 * $1 author, $2 is a guest, $3 handles, $4 community of the post, $5 is it public.
 */
const NAMED = {
  name: 'posts.named',
  text: `
    SELECT 'person' AS kind, u.id, u.name, lower(u.handle::text) AS handle,
      $5::boolean AND u.role <> 'guest' OR EXISTS (
        SELECT FROM memberships AS m WHERE m.community_id = $4 AND m.user_id = u.id) AS concerned
    FROM users AS u
    WHERE u.handle = ANY ($3::citext[]) AND u.deactivated_at IS NULL
      AND ${visiblePerson('u', '$1', '$2::boolean')}
    UNION ALL
    SELECT 'community', c.id, c.name, lower(c.handle::text), c.id = $4
    FROM communities AS c
    WHERE c.handle = ANY ($3::citext[]) AND (c.id = $4 OR c.visibility <> 'secret')
      AND ${knownCommunity('c', '$1', '$2::boolean')}`,
} satisfies Statement;

/** Makes of a text what is stored. Asks the database only when the text names somebody. */
@Injectable()
export class ComposePost {
  constructor(private readonly database: Database) {}

  async of(viewer: Viewer, place: Place, body: string, sql: Sql = this.database): Promise<ComposedPost> {
    // Read once for all three: reading is half of the work.
    const tokens = tokensOf(body);
    const handles = handlesIn(body, tokens);
    const named = handles.length === 0 ? [] : await this.named(viewer, place, handles, sql);
    const people = named.filter(({ kind }) => kind === 'person');
    const communities = named.filter(({ kind }) => kind === 'community');
    return {
      body,
      html: renderPost(body, { people: byHandle(people), communities: byHandle(communities) }, tokens),
      mentionIds: people.filter(({ concerned }) => concerned).map(({ id }) => id),
      topics: topicsIn(body, tokens),
      callsEverybody: communities.some(({ concerned }) => concerned),
    };
  }

  private named(viewer: Viewer, place: Place, handles: string[], sql: Sql): Promise<Named[]> {
    const isPublic = place.visibility === 'public';
    return sql.run<Named>(NAMED, [viewer.userId, viewer.guest, handles, place.id, isPublic]);
  }
}

const byHandle = (named: Named[]): Map<string, Named> => new Map(named.map((one) => [one.handle, one]));
