import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { containing, Database, decodeCursor, type Page, pageOf, wordsSought } from '#platform';
import { type CommunityCardView, plainTextOf } from '#posts';
import { type PersonChip, soughtPeople } from '#users';
import type { Searched, SearchQuery } from './dto/search.query.ts';
import type { SearchHitView } from './dto/search-hit.view.ts';
import { piecesOf } from './headline.ts';
import { FIND_FILES, FIND_POSTS, findCommunities, findPeople, HEADLINES } from './search.queries.ts';
import { prefixQuery } from './words.ts';

interface FoundPost {
  id: string;
  threadId: string;
  createdAt: Date;
  title: string | null;
  author: PersonChip;
  community: CommunityCardView;
  body: string;
}

interface FoundByName {
  key: string;
  id: string;
}

/** Finds what the viewer may see, and nothing of what they may not. */
@Injectable()
export class SearchReader {
  constructor(private readonly database: Database) {}

  find(viewer: Viewer, query: SearchQuery): Promise<Page<SearchHitView>> {
    const finders: Record<Searched, () => Promise<Page<SearchHitView>>> = {
      posts: () => this.posts(viewer, query),
      people: () => this.people(viewer, query),
      communities: () => this.communities(viewer, query),
      files: () => this.files(viewer, query),
    };
    return finders[query.in]();
  }

  private async posts(
    viewer: Viewer,
    { q, communityId, limit, cursor }: SearchQuery,
  ): Promise<Page<SearchHitView>> {
    const words = prefixQuery(q);
    const [at, id] = decodeCursor(cursor, 'time', 'id') ?? [];
    if (!words) return { items: [], next: null };
    const rows = await this.database.run<FoundPost>(FIND_POSTS, [
      viewer.userId,
      viewer.guest,
      words,
      communityId ?? null,
      at ?? null,
      id ?? null,
      limit + 1,
    ]);
    const keyOf = (row: FoundPost) => [row.createdAt.toISOString(), row.id];
    const page = pageOf(rows, limit, keyOf, (row) => row);
    const texts = page.items.map(({ body }) => plainTextOf(body));
    const headlines = await this.database.run<{ headline: string }>(HEADLINES, [texts, words]);
    const hits = page.items.map(
      ({ author, body: _, ...post }, place): SearchHitView => ({
        in: 'posts',
        ...post,
        postId: post.id,
        person: author,
        excerpt: piecesOf(headlines[place]!.headline),
      }),
    );
    return { ...page, items: hits };
  }

  private async people(viewer: Viewer, query: SearchQuery): Promise<Page<SearchHitView>> {
    const values = this.byName(viewer, query);
    const sought = soughtPeople(query.q, (value) => `$${values.push(value)}`);
    const rows = await this.database.query<FoundByName & { person: PersonChip; department: string | null }>(
      findPeople(sought),
      values,
    );
    return pageOf(rows, query.limit, keyOfName, ({ key: _, ...hit }) => ({ in: 'people', ...hit }));
  }

  private async communities(viewer: Viewer, query: SearchQuery): Promise<Page<SearchHitView>> {
    const values = this.byName(viewer, query);
    const sought = wordsSought(query.q, 'c.words', (value) => `$${values.push(value)}`);
    const rows = await this.database.query<
      FoundByName & { community: CommunityCardView; purpose: string | null; memberCount: number }
    >(findCommunities(sought), values);
    return pageOf(rows, query.limit, keyOfName, ({ key: _, ...hit }) => ({ in: 'communities', ...hit }));
  }

  private async files(
    viewer: Viewer,
    { q, communityId, limit, cursor }: SearchQuery,
  ): Promise<Page<SearchHitView>> {
    const [before] = decodeCursor(cursor, 'id') ?? [];
    const rows = await this.database.run<Omit<SearchHitView, 'in'> & { owner: PersonChip }>(FIND_FILES, [
      viewer.userId,
      viewer.guest,
      containing(q),
      communityId ?? null,
      before ?? null,
      limit + 1,
    ]);
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      ({ owner, ...hit }) => ({ ...hit, in: 'files', person: owner }),
    );
  }

  private byName(viewer: Viewer, { limit, cursor }: SearchQuery): unknown[] {
    const [name, id] = decodeCursor(cursor, 'text', 'id') ?? [];
    return [viewer.userId, viewer.guest, name ?? null, id ?? null, limit + 1];
  }
}

const keyOfName = ({ key, id }: FoundByName): string[] => [key, id];
