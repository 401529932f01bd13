import { type ComponentType, useEffect, useState } from 'react';

type Cover = ComponentType<{ version: number }>;

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
  const [Cover, setCover] = useState<Cover | null>(null);
  const [mayCover, setMayCover] = useState(() => !isWriting());
  useEffect(() => {
    void import('./HouseRulesCover').then((it) => setCover(() => it.HouseRulesCover));
  }, []);
  useEffect(() => {
    if (mayCover) return;
    const timer = setInterval(() => setMayCover(!isWriting()), 500);
    return () => clearInterval(timer);
  }, [mayCover]);
  return Cover && mayCover && <Cover version={version} />;
}
