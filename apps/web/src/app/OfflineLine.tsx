import { useIsOffline } from '~/data/realtime/connection-state';
import { T } from '~/i18n/text';

/** Quietly, and only after three seconds: nothing is lost, so nothing shouts. */
export function OfflineLine() {
  const isOffline = useIsOffline();
  return (
    <div role="status" className="sticky top-0 z-30">
      {isOffline && (
        <p className="-mx-4 border-b border-line bg-wash px-4 py-1 text-small text-quiet md:-mx-8 md:px-8">
          <T id="shell.offline" />
        </p>
      )}
    </div>
  );
}
