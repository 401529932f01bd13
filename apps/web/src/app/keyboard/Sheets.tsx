import { comesLater } from '~/ui/comes-later';
import { useShortcuts } from './use-shortcuts';

const ShortcutSheet = comesLater(() => import('./ShortcutSheet').then((it) => it.ShortcutSheet), {
  giveUp: ({ onClose }) => onClose(),
});
const Palette = comesLater(() => import('../palette/Palette').then((it) => it.Palette), {
  giveUp: ({ onClose }) => onClose(),
});

/** What the keyboard opens over any screen; fetched when it is first asked for. */
export function Sheets() {
  const { open, show } = useShortcuts();
  const close = () => show(null);
  return (
    <>
      {open === 'shortcuts' && <ShortcutSheet onClose={close} />}
      {open === 'palette' && <Palette onClose={close} onShortcuts={() => show('shortcuts')} />}
    </>
  );
}
