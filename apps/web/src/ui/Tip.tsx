import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { classes } from './classes';
import { popoverLook } from './overlay-looks';

/**
 * A few words beside a control, on hover and on focus; Escape sends them away, and the pointer may move
 * onto them. The words are made only while they are shown.
 */
export function Tip(props: { words(): ReactNode; children: ReactNode }) {
  const [isShown, setShown] = useState(false);
  const dismiss = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isShown) setShown(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: watches the control inside; does nothing by itself.
    <span
      className="relative inline-flex"
      onPointerEnter={(event) => event.pointerType === 'mouse' && setShown(true)}
      onPointerLeave={() => setShown(false)}
      onFocus={() => setShown(true)}
      onBlur={() => setShown(false)}
      onKeyDown={dismiss}
    >
      {props.children}
      {isShown && (
        <span
          role="tooltip"
          className={classes(popoverLook, 'absolute bottom-full left-0 z-30 w-max px-3 py-1.5 text-small')}
        >
          {props.words()}
        </span>
      )}
    </span>
  );
}
