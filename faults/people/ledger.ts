/** What Kring said that it has done: it is held to it. */
export interface Accepted {
  id: string;
  threadId: string;
  communityId: string;
  authorId: string;
  body: string;
  /** Who is named in it. */
  mentions: string[];
  deleted: boolean;
}

/** Everything that was answered with success, by everybody. */
export class Ledger {
  readonly posts = new Map<string, Accepted>();
  /** By post, person and emoji: whether it was given or taken back last. */
  readonly reactions = new Map<string, boolean>();
  /** By file, the SHA-256 of what was sent. */
  readonly files = new Map<string, string>();

  accept(post: Accepted): void {
    this.posts.set(post.id, post);
  }

  in(communityId: string): Accepted[] {
    return [...this.posts.values()].filter((post) => post.communityId === communityId);
  }
}
