import { useState } from 'react';
import { useMyId } from '~/data/session';
import type { PostView } from '~/data/types';
import { useText } from '~/i18n/text';
import { Arrivals } from './Arrivals';

/** Says what others wrote since this was opened; what stands above it and comes later is no news. */
export function PostArrivals({ posts, as }: { posts: PostView[]; as: 'reply' | 'message' }) {
  const text = useText();
  const myId = useMyId();
  const [newest] = useState(posts.at(-1)?.position ?? 0);
  const arrived = posts.filter(({ position, author }) => position > newest && author.id !== myId);
  const name = arrived.at(-1)?.author.name ?? '';
  return <Arrivals total={arrived.length} say={(n) => text(`arrived.${as}`, { n, name })} />;
}
