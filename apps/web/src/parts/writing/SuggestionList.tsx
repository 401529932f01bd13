import { T, useText } from '~/i18n/text';
import { classes } from '~/ui/classes';
import { CommunityRing } from '../CommunityRing';
import { Portrait } from '../Portrait';
import type { Suggestion } from './use-suggestions';
import type { Anchor } from './writing-handle';

/** Under the text being written. The focus stays in the text; arrows move, Enter takes. */
export function SuggestionList(props: {
  id: string;
  items: Suggestion[];
  index: number;
  /** Where the caret is; without it, under the whole text. */
  anchor: Anchor | null;
  onChoose(suggestion: Suggestion): void;
}) {
  const text = useText();
  return (
    <div
      id={props.id}
      role="listbox"
      aria-label={text('writing.suggestions')}
      style={
        props.anchor
          ? { top: props.anchor.top, left: `max(0px, min(${props.anchor.left}px, 100% - 20rem))` }
          : { top: '100%', left: 0 }
      }
      className="absolute z-40 mt-1 max-h-72 w-80 max-w-full overflow-y-auto rounded-lg text-body border border-line bg-sheet p-1"
    >
      {props.items.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text area has the keys (aria-activedescendant).
        <div
          key={suggestion.id}
          id={`${props.id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === props.index}
          // Pressing must not take the focus out of the text.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onChoose(suggestion)}
          className={classes(
            'flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 coarse:min-h-11',
            index === props.index && 'bg-accent-wash',
          )}
        >
          <Suggested suggestion={suggestion} />
        </div>
      ))}
    </div>
  );
}

function Suggested({ suggestion }: { suggestion: Suggestion }) {
  if ('person' in suggestion) {
    return (
      <>
        <Portrait person={suggestion.person} size={24} />
        <span className="min-w-0 flex-1 wrap-anywhere">{suggestion.person.name}</span>
        <span className="max-w-1/2 text-small text-quiet wrap-anywhere">{suggestion.insert}</span>
      </>
    );
  }
  if ('community' in suggestion) {
    return (
      <>
        <CommunityRing community={suggestion.community} size={22} />
        <span className="min-w-0 flex-1 wrap-anywhere">{suggestion.community.name}</span>
        <span className="max-w-1/2 text-small text-quiet wrap-anywhere">{suggestion.insert}</span>
      </>
    );
  }
  if ('emoji' in suggestion) {
    return (
      <>
        <span aria-hidden className="text-lead">
          {suggestion.emoji.unicode}
        </span>
        <span className="min-w-0 flex-1">{suggestion.emoji.name}</span>
      </>
    );
  }
  return (
    <>
      <span className="min-w-0 flex-1 wrap-anywhere">#{suggestion.topic}</span>
      <span className="text-small text-quiet">
        <T id="writing.topic-threads" n={suggestion.threads} />
      </span>
    </>
  );
}
