import type { CSSProperties } from 'react';
import { T } from '~/i18n/text';
import { accentsOf, cssOf } from '~/parts/organisation/accent-tokens';
import { useContrast } from '~/parts/organisation/use-contrast';

/** How the accent is read in both themes, side by side: as a word, as a button, as a wash. */
export function AccentPreview({ wish }: { wish: string }) {
  // What is readable depends on it.
  useContrast();
  const accents = accentsOf(wish);
  return (
    <div aria-hidden className="flex flex-wrap gap-3">
      {(['light', 'dark'] as const).map((theme) => {
        const css = cssOf(accents[theme]);
        const style = {
          colorScheme: theme,
          '--accent': css.accent,
          '--accent-wash': css['accent-wash'],
          '--on-accent': css['on-accent'],
        } as CSSProperties;
        return (
          <div
            key={theme}
            style={style}
            className="flex min-w-52 flex-1 flex-wrap items-center gap-3 rounded-md border border-line bg-paper p-3"
          >
            <span className="rounded-full bg-accent px-3 py-1 font-medium text-on-accent">
              <T id="thread.reply" />
            </span>
            <span className="rounded-sm bg-accent-wash px-1.5 font-medium text-accent">
              <T id="organisation.sample-mention" />
            </span>
            <span className="text-ink">
              <T id={`theme.${theme}`} />
            </span>
          </div>
        );
      })}
    </div>
  );
}
