import { useTitle } from '~/app/use-title';
import { T, useText } from '~/i18n/text';
import { MessagesArt } from '~/parts/art/Art';
import { useIsWide } from '~/parts/context/wide';
import { EmptyState } from '~/ui/EmptyState';
import { ConversationList } from './ConversationList';

/** Those I am talking with; where the list stands beside it already, room for the one to be chosen. */
export function MessagesScreen() {
  const text = useText();
  const isWide = useIsWide();
  useTitle(text('nav.messages'));
  if (!isWide) return <ConversationList />;
  return (
    <div className="flex min-h-dvh flex-col justify-center">
      <EmptyState art={<MessagesArt />} title={<T id="messages.choose" />}>
        <T id="messages.choose-text" />
      </EmptyState>
    </div>
  );
}
