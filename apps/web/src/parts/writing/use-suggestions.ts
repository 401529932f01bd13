import { useState } from 'react';
import { useMentionables, useTopics } from '~/data/communities';
import type { PersonChip } from '~/data/types';
import type { Token } from './token-at';

export type Suggestion =
  | { id: string; insert: string; person: PersonChip }
  | { id: string; insert: string; topic: string; threads: number };

const MOST_TOPICS = 8;

/** Who or what the token may become. A `#` alone suggests nothing: it may be the start of a heading. */
export function useSuggestions(communityId: string, token: Token | null) {
  const mention = token?.kind === 'mention' ? token.typed : null;
  const topic = token?.kind === 'topic' && token.typed !== '' ? token.typed : null;
  const people = useMentionables(communityId, mention);
  const topics = useTopics(topic);
  const key = token ? `${token.kind}:${token.from}:${token.typed}` : '';
  const [choice, setChoice] = useState({ key, index: 0 });

  let items: Suggestion[] = [];
  if (mention !== null) {
    items = (people.data?.items ?? []).map((person) => ({ id: person.id, insert: person.handle, person }));
  } else if (topic !== null) {
    items = (topics.data?.items ?? []).slice(0, MOST_TOPICS).map(({ name, threads }) => ({
      id: name,
      insert: name,
      topic: name,
      threads,
    }));
  }
  // A new letter starts at the first suggestion again.
  const index = choice.key === key ? Math.min(choice.index, Math.max(0, items.length - 1)) : 0;
  const move = (by: number) =>
    setChoice({ key, index: items.length === 0 ? 0 : (index + by + items.length) % items.length });
  return { items, index, move };
}
