import { T } from '~/i18n/text';
import { useNotOpened } from '~/ui/not-opened';

/** Politely, over whatever was pressed: it stays where it is, and may be pressed again. */
export function NotOpenedLine() {
  const times = useNotOpened();
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-20 z-50 flex justify-center px-4 md:bottom-6"
    >
      {times > 0 && (
        <p key={times} className="rounded-md border border-edge bg-sheet px-4 py-2 text-small text-ink">
          <T id="shell.not-opened" />
        </p>
      )}
    </div>
  );
}
