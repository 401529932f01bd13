/** Shorter than what one notices. */
const MOST_MS = 100;

let isFirst = true;

/**
 * What the first view needs was asked for together with the page (its Link header), and comes with the code: it is worth
 * waiting for, as the view is then drawn once and not first without it. Only the first time is waited, whichever page that was.
 */
export async function onTheWay(answer: Promise<void>): Promise<void> {
  if (!isFirst) return;
  isFirst = false;
  await Promise.race([answer, new Promise((late) => setTimeout(late, MOST_MS))]);
}
