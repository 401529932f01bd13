import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';
import type { Settling } from './use-settling';

/** Says what the last press did, for as long as it can be taken back. */
export function UndoBar({ settling }: { settling: Settling }) {
  const { step, undo } = settling;
  return (
    <div role="status" className="pointer-events-none sticky bottom-20 z-20 flex justify-center md:bottom-4">
      {step && (
        <p className="pointer-events-auto flex items-center gap-3 rounded-full bg-ink py-1 pr-2 pl-5 text-paper">
          <T id="catch-up.was-done" n={step.threads} />
          <Button
            look="quiet"
            data-key="u"
            className="m-0! text-paper! hover:bg-transparent! hover:underline"
            onPress={undo}
          >
            <T id="catch-up.undo" />
          </Button>
        </p>
      )}
    </div>
  );
}
