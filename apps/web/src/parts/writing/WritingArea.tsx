import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '~/i18n/text';
import { classes } from '~/ui/classes';
import { LengthLeft } from './LengthLeft';
import { SuggestionList } from './SuggestionList';
import { complete, type Token, tokenAt } from './token-at';
import { type Suggestion, useSuggestions } from './use-suggestions';

/** Plain text that grows as it is written, with suggestions for @people and #topics. Ctrl+Enter sends. */
export function WritingArea(props: {
  label: string;
  value: string;
  onChange(value: string): void;
  onSend(): void;
  communityId: string;
  placeholder?: string | undefined;
  area?: RefObject<HTMLTextAreaElement | null>;
  lines?: number;
  autoFocus?: boolean | undefined;
  className?: string;
}) {
  const { label, value, onChange, onSend, communityId, placeholder, lines = 1, autoFocus, className } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const area = props.area ?? own;
  const [token, setToken] = useState<Token | null>(null);
  const { items, index, move } = useSuggestions(communityId, token);
  const listId = useId();
  const text = useText();
  const isOpen = token !== null && items.length > 0;
  useGrowing(area, value, lines);

  const look = () => {
    const { current } = area;
    if (current) setToken(tokenAt(current.value, current.selectionStart));
  };

  function choose(suggestion: Suggestion) {
    if (!token || !area.current) return;
    const done = complete(value, token, suggestion.insert);
    onChange(done.text);
    setToken(null);
    const { current } = area;
    requestAnimationFrame(() => current.setSelectionRange(done.caret, done.caret));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
    }
    const chosen = items[index];
    if (!isOpen || !chosen || event.nativeEvent.isComposing) return;
    const action = event.ctrlKey || event.metaKey ? null : actionOf(event.key);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (action === 'choose') choose(chosen);
    else if (action === 'dismiss') setToken(null);
    else move(action);
  }

  return (
    <div className={classes('relative', className)}>
      <textarea
        ref={area}
        aria-label={label}
        value={value}
        rows={lines}
        placeholder={placeholder}
        // biome-ignore lint/a11y/noAutofocus: only where somebody just pressed "reply" or "edit".
        autoFocus={autoFocus}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${index}` : undefined}
        onChange={(event) => {
          onChange(event.target.value);
          look();
        }}
        onSelect={look}
        onBlur={() => setToken(null)}
        onKeyDown={onKeyDown}
        className="block w-full resize-none bg-transparent placeholder:text-quiet focus:outline-none"
      />
      <LengthLeft length={value.length} />
      {isOpen && <SuggestionList id={listId} items={items} index={index} onChoose={choose} />}
      <span className="sr-only" aria-live="polite">
        {isOpen && text('writing.suggestion-count', { n: items.length })}
      </span>
    </div>
  );
}

/** As tall as its text. `field-sizing: content` would do, but not every browser has it yet. */
function useGrowing(area: RefObject<HTMLTextAreaElement | null>, value: string, lines: number) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: value and lines decide the height.
  useLayoutEffect(() => {
    const { current } = area;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [area, value, lines]);
}

/** What a key does to an open list of suggestions: a number moves by that much. */
function actionOf(key: string): 'choose' | 'dismiss' | 1 | -1 | null {
  if (key === 'ArrowDown') return 1;
  if (key === 'ArrowUp') return -1;
  if (key === 'Enter' || key === 'Tab') return 'choose';
  return key === 'Escape' ? 'dismiss' : null;
}
