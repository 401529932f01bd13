import type { ReactNode } from 'react';
import { useIsOnline } from '~/data/realtime/presence';
import { T } from '~/i18n/text';
import { classes } from '~/ui/classes';

/** A thin ring round the portrait of somebody who has Kring open now. It takes no room. */
export function Present(props: {
  userId: string;
  /** Where words beside it say so already, or where saying it a dozen times helps nobody. */
  isSilent?: boolean;
  children: ReactNode;
}) {
  const { userId, isSilent = false, children } = props;
  const isHere = useIsOnline(userId);
  return (
    <span
      data-present={isHere || undefined}
      className={classes(
        'relative flex size-fit shrink-0 rounded-full',
        isHere && 'outline-[1.5px] outline-offset-2 outline-accent',
      )}
    >
      {children}
      {isHere && !isSilent && (
        <span className="sr-only">
          <T id="person.here" />
        </span>
      )}
    </span>
  );
}
