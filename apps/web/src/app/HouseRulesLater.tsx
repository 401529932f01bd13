import { useEffect, useState } from 'react';
import { later, useLater } from '~/ui/later';

const cover = later(() => import('./HouseRulesCover').then((it) => it.HouseRulesCover));

const PAUSE_MS = 3000;
let typedAt = Number.NEGATIVE_INFINITY;
document.addEventListener(
  'input',
  () => {
    typedAt = performance.now();
  },
  true,
);
const isWriting = () => performance.now() - typedAt < PAUSE_MS;

/**
 * House rules that are to be accepted cover the page, which stays as it is underneath. Nobody is cut off in the middle
 * of a word: they wait for a pause. The server refuses what is sent until then, and it is kept.
 */
export function HouseRulesLater({ version }: { version: number }) {
  const Cover = useLater(cover);
  const [mayCover, setMayCover] = useState(() => !isWriting());
  useEffect(() => {
    if (mayCover) return;
    const timer = setInterval(() => setMayCover(!isWriting()), 500);
    return () => clearInterval(timer);
  }, [mayCover]);
  return Cover && mayCover && <Cover version={version} />;
}
