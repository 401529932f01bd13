import { inCommunity } from '~/data/drafts/places';
import type { CommunityView, ThreadKind } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Select } from '~/ui/Select';
import { mayAnnounceIn } from '../posts/may';
import { DraftsLink } from './DraftsLink';

/** Announcements are for who speaks for the community. */
export function kindsFor(community: CommunityView, isAdmin: boolean): ThreadKind[] {
  return mayAnnounceIn(community, isAdmin) ? ['update', 'question', 'announcement'] : ['update', 'question'];
}

/** "Share an update in Nieuwbouw Noord": the two choices stand in the sentence itself. */
export function ComposerSentence(props: {
  community: CommunityView;
  kinds: ThreadKind[];
  others: CommunityView[] | undefined;
  onChooseCommunity(id: string): void;
  kind: ThreadKind;
  onChooseKind(kind: ThreadKind): void;
}) {
  const { community, kinds, others, onChooseCommunity, kind, onChooseKind } = props;
  const text = useText();
  return (
    <p className="flex items-center gap-x-1.5 pb-1 whitespace-nowrap text-quiet max-md:flex-wrap">
      <T
        id="composer.sentence"
        kind={
          <span className="shrink-0">
            <Select
              inline
              label={text('composer.kind')}
              value={kind}
              onChange={onChooseKind}
              options={kinds.map((id) => ({ id, label: text(`composer.kind-${id}`) }))}
            />
          </span>
        }
        place={
          others ? (
            <Select
              inline
              label={text('composer.community')}
              value={community.id}
              onChange={onChooseCommunity}
              options={others.map(({ id, name }) => ({ id, label: name }))}
            />
          ) : (
            <span className="min-w-0 truncate font-medium text-ink">{community.name}</span>
          )
        }
      />
      {others && <DraftsLink except={inCommunity(community.id)} />}
    </p>
  );
}
