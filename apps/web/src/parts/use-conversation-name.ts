import { useMyId } from '~/data/session';
import type { CommunityView } from '~/data/types';
import { useText } from '~/i18n/text';

/** A conversation without a name is called after the others in it. */
export function useConversation({ name, members = [] }: Pick<CommunityView, 'name' | 'members'>) {
  const text = useText();
  const myId = useMyId();
  const others = members.filter(({ id }) => id !== myId);
  const called = name || others.map((other) => other.name).join(', ') || text('messages.alone');
  return { others, name: called };
}
