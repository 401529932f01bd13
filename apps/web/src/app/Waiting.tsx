import { useText } from '~/i18n/text';
import { LoadingRing } from '~/ui/Ring';

/** For the rare moment that a screen's own code is still on its way. */
export function Waiting() {
  const text = useText();
  return (
    <div className="flex justify-center py-16">
      <LoadingRing label={text('loading')} />
    </div>
  );
}
