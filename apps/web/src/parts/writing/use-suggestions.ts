import { useState } from 'react';
import { useMentionables, useMyCommunities, useTopics } from '~/data/communities';
import { plainLetters } from '~/data/plain-letters';
import type { CommunityView, PersonChip } from '~/data/types';
import { useReadLanguage } from '~/i18n/read-language';
import type { Emoji } from './emoji-names';
import type { Token } from './token-at';
import { useEmoji } from './use-emoji';

/** `insert` is what stands in the text afterwards, sign and all. */
export type Suggestion = { id: string; insert: string } & (
  | { person: PersonChip }
  | { community: CommunityView }
  | { topic: string; threads: number }
  | { emoji: Emoji }
);

const MOST = 8;
const MOST_COMMUNITIES = 3;

/** Who or what the token may become. A `#` alone suggests nothing: it may be the start of a heading. */
export function useSuggestions(communityId: string, token: Token | null) {
  const mention = token?.kind === 'mention' ? token.typed : null;
  const topic = token?.kind === 'topic' && token.typed !== '' ? token.typed : null;
  const people = useMentionables(communityId, mention);
  const communities = useMentionableCommunities(communityId, mention);
  const topics = useTopics(topic);
  const emoji = useEmoji(token?.kind === 'emoji' ? token.typed : null, useReadLanguage());
  const key = token ? `${token.kind}:${token.from}:${token.typed}` : '';
  const [choice, setChoice] = useState({ key, index: 0 });

  let items: Suggestion[] = [];
  if (mention !== null) {
    const persons = (people.data?.items ?? []).map((person) => ({
      id: person.id,
      insert: `@${person.handle}`,
      person,
    }));
    items = [...persons.slice(0, MOST), ...communities];
  } else if (topic !== null) {
    items = (topics.data?.items ?? []).slice(0, MOST).map(({ name, threads }) => ({
      id: name,
      insert: `#${name}`,
      topic: name,
      threads,
    }));
  } else if (token?.kind === 'emoji') {
    items = emoji.slice(0, MOST).map((one) => ({ id: one.unicode, insert: one.unicode, emoji: one }));
  }
  // A new letter starts at the first suggestion again.
  const index = choice.key === key ? Math.min(choice.index, Math.max(0, items.length - 1)) : 0;
  const move = (by: number) =>
    setChoice({ key, index: items.length === 0 ? 0 : (index + by + items.length) % items.length });
  return { items, index, move };
}

/** Those of mine; everybody who reads the post sees the name, so a secret one is named only in itself. */
function useMentionableCommunities(communityId: string, typed: string | null): Suggestion[] {
  const { data = [] } = useMyCommunities();
  if (typed === null || typed === '') return [];
  const sought = plainLetters(typed);
  return data
    .filter(
      ({ id, handle, name, visibility, kind }) =>
        handle &&
        kind !== 'person' &&
        kind !== 'conversation' &&
        (visibility !== 'secret' || id === communityId) &&
        (handle.toLowerCase().startsWith(sought) ||
          plainLetters(name)
            .split(/\s+/)
            .some((word) => word.startsWith(sought))),
    )
    .slice(0, MOST_COMMUNITIES)
    .map((community) => ({ id: community.id, insert: `@${community.handle}`, community }));
}
