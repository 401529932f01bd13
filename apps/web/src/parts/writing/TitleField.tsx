import { useText } from '~/i18n/text';

const LONGEST_TITLE = 200;

export function TitleField({ value, onChange }: { value: string; onChange(value: string): void }) {
  const text = useText();
  return (
    <input
      aria-label={text('composer.title')}
      placeholder={text('composer.title')}
      value={value}
      maxLength={LONGEST_TITLE}
      onChange={(event) => onChange(event.target.value)}
      className="block w-full bg-transparent py-1 text-lead font-semibold placeholder:font-normal placeholder:text-quiet focus:outline-none"
    />
  );
}
