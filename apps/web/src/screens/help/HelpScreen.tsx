import { useTitle } from '~/app/use-title';
import { useText } from '~/i18n/text';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { Guide } from './Guide';

export function HelpScreen() {
  const text = useText();
  const title = text('help.title');
  useTitle(title);
  return (
    <div className="flex max-w-[42rem] flex-col gap-4">
      <ScreenHeader title={title} />
      <Guide />
    </div>
  );
}
