import { type FocusEvent, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { afterPress } from '~/ui/after-press';

/**
 * A form in which one writes: open while it is used, and whoever has sent something goes on from there. The button
 * that sent it can do nothing any more, and would let the focus fall to the top of the page.
 * @param submit answers whether it went
 */
export function useWritingForm(submit: () => boolean, { closesWhenSent = false } = {}) {
  const [isFocused, setFocused] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const stays = useRef(() => {});
  useEffect(() => () => stays.current(), []);

  function open() {
    stays.current();
    setFocused(true);
  }

  function send() {
    if (!submit()) return;
    restIn(form.current);
    if (closesWhenSent) setFocused(false);
  }

  return {
    isFocused,
    send,
    form: {
      ref: form,
      tabIndex: -1,
      onSubmit(event: SubmitEvent) {
        event.preventDefault();
        send();
      },
      onFocus: open,
      onInput: open,
      onBlur(event: FocusEvent<HTMLFormElement>) {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        stays.current();
        stays.current = afterPress(() => setFocused(false));
      },
    },
  };
}

/** In the field, but under a finger in the form: there the field would bring its keyboard over what was sent. */
function restIn(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>('textarea, [contenteditable=true]');
  if (field?.contains(document.activeElement)) return;
  (matchMedia('(pointer: coarse)').matches ? form : field)?.focus({ preventScroll: true });
}
