import { type ReactNode, Suspense, useState } from 'react';
import { Trigger, type TriggerLook } from './Trigger';

/** A button that stands in for what it opens, whose code is fetched when a pointer or the focus comes near. */
export function OpensLater(props: {
  look: TriggerLook;
  opens: 'menu' | 'dialog';
  load(): Promise<unknown>;
  /** The real thing, its own button included. It starts open. */
  children: ReactNode;
}) {
  const { look, opens, load, children } = props;
  const [isWanted, setWanted] = useState(false);
  const trigger = (
    <Trigger
      {...look}
      aria-haspopup={opens}
      aria-expanded={isWanted}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onPress={() => setWanted(true)}
    />
  );
  return isWanted ? <Suspense fallback={trigger}>{children}</Suspense> : trigger;
}
