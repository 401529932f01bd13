import { type RefObject, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { complete, tokenAt } from './token-at';
import type { AreaHandle, AreaProps } from './writing-handle';

/** Markdown as it is, in a field that grows. Also what stands there until the rich one has loaded. */
export function PlainArea(props: AreaProps & { ref?: RefObject<AreaHandle | null> }) {
  const { label, value, onChange, placeholder, lines, autoFocus, onKey, onToken, onFiles, list, ref } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  useGrowing(area, value, lines);

  useImperativeHandle(ref, () => ({
    focus: () => area.current?.focus(),
    insert(markdown) {
      const before = value.slice(0, area.current?.selectionStart ?? value.length);
      const after = value.slice(before.length);
      onChange(`${before.trimEnd()}${before.trim() ? '\n\n' : ''}${markdown}${after.trimStart()}`);
      area.current?.focus();
    },
    complete(token, inserted) {
      const done = complete(value, token, inserted);
      onChange(done.text);
      requestAnimationFrame(() => area.current?.setSelectionRange(done.caret, done.caret));
    },
  }));

  const look = () => {
    const { current } = area;
    if (!current) return;
    const anchor = { top: current.offsetHeight, left: 0 };
    onToken(tokenAt(current.value, current.selectionStart), anchor);
  };

  return (
    <textarea
      ref={area}
      aria-label={label}
      aria-describedby={props.describedBy}
      value={value}
      rows={lines}
      placeholder={placeholder}
      style={{ minHeight: `${lines}lh` }}
      // biome-ignore lint/a11y/noAutofocus: only where somebody just pressed "reply" or "edit".
      autoFocus={autoFocus}
      aria-autocomplete="list"
      aria-controls={list?.id}
      aria-activedescendant={list?.active}
      onChange={(event) => {
        onChange(event.target.value);
        look();
      }}
      onSelect={look}
      onBlur={() => onToken(null, null)}
      onKeyDown={(event) => {
        if (!onKey(event.nativeEvent)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (!onFiles || files.length === 0 || event.clipboardData.getData('text/plain')) return;
        event.preventDefault();
        onFiles(files);
      }}
      className="block w-full resize-none bg-transparent placeholder:text-quiet focus:outline-none field-sizing-content"
    />
  );
}

/** Not every browser has it yet. */
const GROWS_BY_ITSELF = globalThis.CSS?.supports('field-sizing', 'content') ?? false;

/** As tall as its text; measured only where the browser does not see to that. */
function useGrowing(area: RefObject<HTMLTextAreaElement | null>, value: string, lines: number) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: value and lines decide the height.
  useLayoutEffect(() => {
    const { current } = area;
    if (!current || GROWS_BY_ITSELF) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [area, value, lines]);
}
