import { lazy, Suspense } from 'react';
import { useShortcuts } from './use-shortcuts';

const ShortcutSheet = lazy(() => import('./ShortcutSheet').then((it) => ({ default: it.ShortcutSheet })));
const Palette = lazy(() => import('../palette/Palette').then((it) => ({ default: it.Palette })));

/** What the keyboard opens over any screen; fetched when it is first asked for. */
export function Sheets() {
  const { open, show } = useShortcuts();
  const close = () => show(null);
  return (
    <Suspense>
      {open === 'shortcuts' && <ShortcutSheet onClose={close} />}
      {open === 'palette' && <Palette onClose={close} onShortcuts={() => show('shortcuts')} />}
    </Suspense>
  );
}
