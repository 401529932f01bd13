import type { MessageId } from '~/i18n/languages';
import { useText } from '~/i18n/text';

/** How many wait for me; nothing at all when none do. `label` names them, with {n}. */
export function Count({ n, label }: { n: number; label: MessageId }) {
  const text = useText();
  if (n === 0) return null;
  return (
    <span className="inline-flex min-w-5 items-center justify-center rounded-full bg-signal px-1.5 text-small font-medium tabular-nums text-on-signal">
      <span aria-hidden>{n > 99 ? '99+' : n}</span>
      <span className="sr-only">{text(label, { n })}</span>
    </span>
  );
}
