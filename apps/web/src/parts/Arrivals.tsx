import { useEffect, useRef, useState } from 'react';

/** Whoever listens hears of what comes at most this often, and of all that came meanwhile at once. */
const PAUSE_MS = 6000;
const FIRST_MS = 400;
/** Long enough to be heard; then gone, so that the same words can be said again. */
const SAID_MS = 2000;

/** Says to assistive technology that something came, and interrupts nobody. What was there at the start is no news. */
export function Arrivals({ total, say }: { total: number; say(arrived: number): string }) {
  const [words, setWords] = useState('');
  const known = useRef(total);
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  const latest = useRef({ total, say });
  latest.current = { total, say };

  useEffect(() => {
    if (total <= known.current) {
      known.current = total;
      return;
    }
    const wait = Math.max(FIRST_MS, saidAt.current + PAUSE_MS - performance.now());
    const timer = setTimeout(() => {
      const now = latest.current;
      if (now.total > known.current) setWords(now.say(now.total - known.current));
      known.current = now.total;
      saidAt.current = performance.now();
    }, wait);
    return () => clearTimeout(timer);
  }, [total]);

  useEffect(() => {
    if (words === '') return;
    const timer = setTimeout(() => setWords(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [words]);

  return (
    <p className="sr-only" aria-live="polite">
      {words}
    </p>
  );
}
