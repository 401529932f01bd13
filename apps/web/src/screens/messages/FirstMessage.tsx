import { inCommunity } from '~/data/drafts/places';
import type { CommunityView } from '~/data/types';
import { useText } from '~/i18n/text';
import { useWriting } from '~/parts/writing/use-writing';
import { WritingBox } from '~/parts/writing/WritingBox';

/** The first thing said to each other: no kinds, no titles; from then on one simply answers. */
export function FirstMessage({ community }: { community: CommunityView }) {
  const text = useText();
  const writing = useWriting(inCommunity(community.id), { communityId: community.id });
  return (
    <form
      className="py-5"
      onSubmit={(event) => {
        event.preventDefault();
        writing.submit();
      }}
    >
      <div className="border-b border-edge pb-1 focus-within:border-accent">
        <WritingBox
          writing={writing}
          label={text('messages.write')}
          placeholder={text('messages.write')}
          send={text('messages.send')}
          onSend={() => writing.submit()}
          communityId={community.id}
          isOpen
          lines={3}
          autoFocus
        />
      </div>
    </form>
  );
}
