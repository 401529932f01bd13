/** An event as a client is told it. */
export interface Told {
  seq: number;
  type: string;
  communityId: string | null;
  threadId?: string;
  data: any;
}

/** All that it asks of the server. Paths as in `apiOf`. */
export interface Api {
  get(path: string): Promise<{ status: number; body: any; headers: Headers }>;
}

/** Whose view it is. */
export interface Viewing {
  id: string;
  api: Api;
}

/** What every viewer sees alike: without what is of the viewer alone. */
const neutral = ({ mine: _, ...view }: any): any => ({
  ...view,
  ...(view.post && { post: neutral(view.post) }),
  ...(view.latest && { latest: view.latest.map(neutral) }),
});

interface Thread {
  view: any;
  /** By position. */
  posts: Map<number, any>;
}

/**
 * What the simplest client that can be right knows of some communities: loaded once, then changed by events. It must
 * be equal to the same loaded anew, after every change, for every kind of viewer.
 */
export class KnownState {
  private readonly threads = new Map<string, Thread>();
  private readonly communities = new Map<string, any>();
  private readonly memberOf = new Set<string>();
  private readonly viewer: Viewing;
  private readonly communityIds: readonly string[];

  constructor(viewer: Viewing, communityIds: readonly string[]) {
    this.viewer = viewer;
    this.communityIds = communityIds;
  }

  /** Of everything it knows, sorted: comparable. */
  get state(): object {
    return {
      communities: [...this.communities.values()].map((card) => this.asKnown(card)),
      threads: [...this.threads.values()]
        .toSorted((a, b) => (a.view.id < b.view.id ? -1 : 1))
        .map(({ view, posts }) => ({ ...view, posts: [...posts.entries()].toSorted(([a], [b]) => a - b) })),
    };
  }

  /** Answers the position in the log after which events are still to be applied. */
  async load(): Promise<number> {
    let position = Number.POSITIVE_INFINITY;
    for (const id of this.communityIds) position = Math.min(position, await this.loadCommunity(id));
    return position;
  }

  private async loadCommunity(id: string): Promise<number> {
    const card = await this.viewer.api.get(`/communities/${id}`);
    const position = Number(card.headers.get('kring-seq'));
    if (card.status === 200) {
      const { mine, request: _r, mayPost: _p, mayManage: _m, ...community } = card.body;
      this.communities.set(id, community);
      if (mine) this.memberOf.add(id);
    }
    for (const thread of await this.all(`/communities/${id}/threads`)) {
      const posts = await this.all(`/threads/${thread.id}/posts`);
      this.threads.set(thread.id, {
        view: neutral(thread),
        posts: new Map(posts.map((post: any) => [post.position, neutral(post)])),
      });
    }
    return position;
  }

  /** Every page of a list; nothing of one that may not be read. */
  private async all(path: string): Promise<any[]> {
    const items: any[] = [];
    for (let cursor = ''; ; ) {
      const page = await this.viewer.api.get(`${path}?limit=100${cursor}`);
      if (page.status !== 200) return items;
      items.push(...page.body.items);
      if (page.body.next === null) return items;
      cursor = `&cursor=${encodeURIComponent(page.body.next)}`;
    }
  }

  /** Events of places that it knows nothing of change nothing. */
  async apply({ type, communityId, data }: Told): Promise<void> {
    if (type === 'membership.ended' && data.userId === this.viewer.id) {
      this.forget(communityId!);
      // A listed community still has its card; a public one its threads.
      await this.loadCommunity(communityId!);
    } else if (type === 'membership.started' && data.userId === this.viewer.id)
      await this.loadCommunity(communityId!);
    else if (type === 'community.hidden') this.forget(communityId!);
    else if (type.startsWith('membership.')) this.patch(communityId!, { memberCount: data.memberCount });
    else if (type.startsWith('community.') && data.community) this.patch(communityId!, data.community);
    else if (type === 'thread.removed') this.threads.delete(data.threadId);
    else if (type.startsWith('thread.') && data.thread) this.putThread(data.thread);
    else if (type.startsWith('post.')) this.applyToPost(type, data);
  }

  private forget(communityId: string): void {
    this.memberOf.delete(communityId);
    this.communities.delete(communityId);
    this.closeThreads(communityId);
  }

  /** It went out of reach: not public any more, and this viewer is no member. */
  private closeThreads(communityId: string): void {
    for (const [id, { view }] of this.threads) if (view.communityId === communityId) this.threads.delete(id);
  }

  /**
   * Of a community that one is not in, the number of members is as it was when the card was last told: joining
   * and leaving is told to members only. What is on the card no more is not compared.
   */
  private asKnown({ memberCount, milestones, ...card }: any): object {
    if (this.memberOf.has(card.id)) return { ...card, memberCount, milestones };
    return card.visibility === 'public' ? { ...card, milestones } : card;
  }

  private patch(communityId: string, facts: object): void {
    const known = this.communities.get(communityId);
    if (known) this.communities.set(communityId, { ...known, ...facts });
    if ('visibility' in facts && facts.visibility !== 'public' && !this.memberOf.has(communityId))
      this.closeThreads(communityId);
    for (const thread of this.threads.values())
      if (thread.view.communityId === communityId)
        for (const key of Object.keys(thread.view.community) as string[])
          if (key in facts) thread.view.community[key] = (facts as any)[key];
  }

  private putThread(view: any): void {
    if (!this.communityIds.includes(view.communityId)) return;
    const posts = this.threads.get(view.id)?.posts ?? new Map();
    for (const post of [view.post, ...view.latest]) posts.set(post.position, post);
    this.threads.set(view.id, { view: structuredClone(view), posts });
  }

  private applyToPost(type: string, data: any): void {
    const thread = this.threads.get(data.threadId ?? data.post.threadId);
    if (!thread) return;
    if (type === 'post.reacted') {
      const known = [...thread.posts].find(([, { id }]) => id === data.postId);
      if (!known) return;
      const [position, post] = known;
      thread.posts.set(position, { ...post, reactions: data.reactions });
    } else thread.posts.set(data.post.position, data.post);
    const { lastPosition: _, topics: _t, ...digest } = data.thread ?? {};
    const replies = [...thread.posts].filter(([position]) => position > 1).toSorted(([a], [b]) => a - b);
    thread.view = {
      ...thread.view,
      ...digest,
      post: thread.posts.get(1),
      latest: replies.slice(-2).map(([, post]) => post),
    };
  }
}
