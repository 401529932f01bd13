import { post } from './http';
import { Problem } from './problem';

const MOST_FRAMES = 20;
/** In the words of each browser: `at f (https://…/assets/x.js:1:2)` and `f@https://…/assets/x.js:1:2`. */
const FRAME = /(https?:\/\/[^\s()]+?):(\d+):(\d+)\)?$/u;
/** The same fault, met again on each render, is told once. */
const told = new Set<string>();

/** Places in our own files, innermost first. What an extension did, or the page's address, is not told. */
export function framesOf(stack: string, origin: string): { file: string; line: number; column: number }[] {
  return stack
    .split('\n')
    .map((line) => FRAME.exec(line.trim()))
    .filter((found) => found !== null && found[1]!.startsWith(`${origin}/assets/`))
    .slice(0, MOST_FRAMES)
    .map((found) => ({
      file: found![1]!.slice(origin.length + 1).replace(/[?#].*$/u, ''),
      line: Number(found![2]),
      column: Number(found![3]),
    }));
}

/**
 * Tells the server's log that a view threw, and where. Not the message: it may quote what somebody wrote. A refusal
 * by the server is no fault of the view, and is in the log already where it matters.
 */
export function reportError(error: unknown, screen: string): void {
  if (error instanceof Problem || !(error instanceof Error)) return;
  const name = /^[A-Za-z]{1,60}$/u.test(error.name) ? error.name : 'Error';
  const frames = framesOf(error.stack ?? '', window.location.origin);
  const body = { name, screen, frames };
  const key = JSON.stringify(body);
  if (told.has(key)) return;
  told.add(key);
  void post('/client-errors', { body }).catch(() => {});
}
