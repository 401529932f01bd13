import { Problem } from '#platform';

/** The deepest body that Kring understands has three levels. */
const DEEPEST = 16;
/** The longest list of ids has a thousand. */
const MOST_VALUES = 5_000;

/**
 * Refuses what no request needs before anything walks through it: checking takes time for each value and stack
 * for each level, and a quarter megabyte holds a hundred thousand of either. Halves of characters, which no
 * database keeps and which make libraries throw, become the character that stands for something unreadable.
 * @throws Problem malformed-request
 */
export function bounded(body: unknown): unknown {
  const root = { body };
  let level: object[] = [root];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw tooMuch('is nested too deeply');
    const next: object[] = [];
    for (const parent of level as Record<string, unknown>[])
      for (const key of Object.keys(parent)) {
        if (++values > MOST_VALUES) throw tooMuch('holds too many values');
        const value = parent[key];
        if (typeof value === 'string') parent[key] = value.toWellFormed();
        else if (typeof value === 'object' && value !== null) next.push(value);
      }
    level = next;
  }
  return root.body;
}

const tooMuch = (what: string): Problem => new Problem('malformed-request', { detail: `The body ${what}.` });
