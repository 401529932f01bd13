/** About a screen of a phone: what is laid out at once when one comes near or changes. */
const IN_A_STRETCH = 8;

export interface Stretch<Post> {
  /** The same for the same posts, whatever is opened before or comes after them. */
  key: number;
  posts: Post[];
}

/** A long row of posts in stretches, so that a browser may leave alone all but those near the reader. */
export function stretchesOf<Post extends { position: number }>(posts: Post[]): Stretch<Post>[] {
  const stretches: Stretch<Post>[] = [];
  for (const post of posts) {
    const key = Math.floor(post.position / IN_A_STRETCH);
    const stretch = stretches.at(-1);
    if (stretch?.key === key) stretch.posts.push(post);
    else stretches.push({ key, posts: [post] });
  }
  return stretches;
}
