import { type ComponentType, type ReactNode, useEffect } from 'react';
import { later, useLater } from './later';
import { forgetNotOpened, noteNotOpened } from './not-opened';

interface Meanwhile<Props> {
  /** Until it is there. */
  meanwhile?(props: Props): ReactNode;
  /** It was asked for, and its code does not come: that is said, and it may be asked for again. */
  giveUp?(props: Props): void;
}

/** A part of a view whose code is fetched when it is first shown. */
export function comesLater<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  { meanwhile, giveUp }: Meanwhile<Props> = {},
): ComponentType<Props> {
  const part = later(fetchPart);
  // biome-ignore lint/correctness/noComponentHookFactories: made once, where its module begins.
  return function ComesLater(props) {
    const failed = () => {
      noteNotOpened();
      giveUp?.(props);
    };
    const Part = useLater(part, true, giveUp && failed);
    const isOpen = Part !== null && giveUp !== undefined;
    useEffect(() => {
      if (isOpen) forgetNotOpened();
    }, [isOpen]);
    return Part ? <Part {...props} /> : meanwhile?.(props);
  };
}
