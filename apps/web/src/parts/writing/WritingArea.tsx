import type { Editor } from '@tiptap/core';
import { type ReactNode, type RefObject, useCallback, useId, useRef, useState } from 'react';
import { usePlainWriting } from '~/data/plain-writing';
import { useMyId } from '~/data/session';
import { T, useText } from '~/i18n/text';
import { LengthLeft } from './LengthLeft';
import { PlainArea } from './PlainArea';
import { SuggestionList } from './SuggestionList';
import type { Token } from './token-at';
import { loadRich, useRich } from './use-rich';
import { type Suggestion, useSuggestions } from './use-suggestions';
import { WritingTools } from './WritingTools';
import type { Anchor, AreaHandle, WritingHandle } from './writing-handle';

/**
 * Where text is written: as it will look, or as Markdown for those who like that. Suggestions for @people,
 * #topics and :emoji; Ctrl+Enter sends. `children` are the buttons at its end.
 */
export function WritingArea(props: {
  label: string;
  value: string;
  onChange(value: string): void;
  onSend(): void;
  communityId: string;
  placeholder?: string | undefined;
  handle?: RefObject<WritingHandle | null>;
  lines?: number;
  autoFocus?: boolean | undefined;
  /** Whether it is being used, and so shows its tools. */
  isOpen?: boolean;
  onFiles?: (files: File[]) => void;
  className?: string;
  /** Between the text and its tools. */
  between?: ReactNode;
  children?: ReactNode;
}) {
  const { label, value, onChange, onSend, communityId, placeholder, isOpen = true, onFiles } = props;
  const { lines = 1, autoFocus = false } = props;
  const text = useText();
  const own = useRef<AreaHandle>(null);
  const area = (props.handle ?? own) as RefObject<AreaHandle | null>;
  const holder = useRef<HTMLDivElement>(null);
  const isComposing = useRef(false);
  const [token, setToken] = useState<Token | null>(null);
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [isTouched, setTouched] = useState(autoFocus || value !== '');
  const { isPlain, setPlain } = usePlainWriting(useMyId());
  const rich = useRich(
    isTouched && !isPlain,
    useCallback(() => isComposing.current, []),
  );
  const { items, index, move } = useSuggestions(communityId, token);
  const listId = useId();
  const helpId = useId();
  const isChoosing = token !== null && items.length > 0;

  const choose = (suggestion: Suggestion) => {
    if (token) area.current?.complete(token, suggestion.insert);
    setToken(null);
  };

  function onKey(event: KeyboardEvent): boolean {
    // Enter while characters are being composed takes the characters and nothing else.
    if (event.isComposing || event.keyCode === 229) return false;
    const hasControl = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && hasControl) {
      onSend();
      return true;
    }
    if (event.key === 'F10' && event.altKey) {
      holder.current?.querySelector<HTMLElement>('[role=toolbar] button')?.focus();
      return true;
    }
    const chosen = items[index];
    const action = hasControl || event.shiftKey ? null : actionOf(event.key);
    if (!isChoosing || !chosen || !action) return false;
    if (action === 'choose') choose(chosen);
    else if (action === 'dismiss') setToken(null);
    else move(action);
    return true;
  }

  const Area = rich?.RichArea;
  // Still there while it is being replaced: who writes goes on where they are.
  const plain = textareaWithFocus(holder.current);
  const shared = {
    label,
    value,
    onChange,
    placeholder,
    lines,
    onKey,
    onFiles,
    describedBy: helpId,
    list: isChoosing ? { id: listId, active: `${listId}-${index}` } : null,
    onToken(found: Token | null, at: Anchor | null) {
      setToken(found);
      setAnchor(at);
    },
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only looks on while the field inside is used.
    <div
      ref={holder}
      onFocus={() => setTouched(true)}
      onPointerEnter={() => !isPlain && loadRich()}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={() => {
        isComposing.current = false;
      }}
    >
      <div className={props.className}>
        <div className="relative">
          {Area ? (
            <Area
              {...shared}
              ref={area}
              autoFocus={autoFocus}
              selected={plain && [plain.selectionStart, plain.selectionEnd]}
              hasFocus={plain !== null}
              onEditor={setEditor}
            />
          ) : (
            <PlainArea {...shared} ref={area} autoFocus={autoFocus} />
          )}
          {isChoosing && (
            <SuggestionList id={listId} items={items} index={index} anchor={anchor} onChoose={choose} />
          )}
        </div>
        <LengthLeft length={value.length} />
      </div>
      {props.between}
      <p id={helpId} hidden>
        <T id={isPlain ? 'writing.help-plain' : 'writing.help'} />
      </p>
      <span className="sr-only" aria-live="polite">
        {isChoosing && text('writing.suggestion-count', { n: items.length })}
      </span>
      {isOpen && (
        <WritingTools
          toolbar={rich && editor ? <rich.Toolbar editor={editor} /> : null}
          isPlain={isPlain}
          onPlain={setPlain}
          onFiles={onFiles}
        >
          {props.children}
        </WritingTools>
      )}
    </div>
  );
}

function textareaWithFocus(holder: HTMLElement | null): HTMLTextAreaElement | null {
  const area = holder?.querySelector('textarea') ?? null;
  return area === document.activeElement ? area : null;
}

/** What a key does to an open list of suggestions: a number moves by that much. */
function actionOf(key: string): 'choose' | 'dismiss' | 1 | -1 | null {
  if (key === 'ArrowDown') return 1;
  if (key === 'ArrowUp') return -1;
  if (key === 'Enter' || key === 'Tab') return 'choose';
  return key === 'Escape' ? 'dismiss' : null;
}
