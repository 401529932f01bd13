import type { ReactionWish } from './reactions-shown';

/** What I wish to feel about posts: what the server has not answered yet, and for each post the last that failed. */
export interface Wishes {
  pending: readonly ReactionWish[];
  failed: ReactionWish | null;
}

const none: Wishes = { pending: [], failed: null };

export class ReactionWishes {
  private readonly ofPost = new Map<string, Wishes>();
  private readonly listeners = new Set<() => void>();

  /** The same object until it changes. */
  of = (postId: string): Wishes => this.ofPost.get(postId) ?? none;

  begin(postId: string, wish: ReactionWish): void {
    this.put(postId, { pending: [...this.of(postId).pending, wish], failed: null });
  }

  end(postId: string, wish: ReactionWish, hasFailed: boolean): void {
    const { pending, failed } = this.of(postId);
    this.put(postId, {
      pending: pending.filter((one) => one !== wish),
      failed: hasFailed ? wish : failed,
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private put(postId: string, wishes: Wishes): void {
    if (wishes.pending.length === 0 && !wishes.failed) this.ofPost.delete(postId);
    else this.ofPost.set(postId, wishes);
    for (const listener of this.listeners) listener();
  }
}
