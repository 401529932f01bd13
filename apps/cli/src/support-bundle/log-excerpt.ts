import { open } from 'node:fs/promises';
import type { Sql } from '#platform';
import { Refusal } from '../refusal.ts';
import { withoutContent } from './without-content.ts';

const MOST_BYTES = 4 * 1024 * 1024;
const MOST_LINES = 2_000;
/** So much text is looked through for names at a time. */
const PIECE = 100_000;

/** The fields that Kring writes. A field that is not known may hold anything. */
const PLAIN = ['level', 'time', 'context', 'method', 'route', 'status', 'ms', 'reqId'] as const;

type Line = Record<string, unknown>;

/**
 * The newest lines of a log, as far as they are Kring's own: known fields only, messages without quotations, addresses and
 * tokens, and none that still names somebody with an account. Says at the end how many were left out.
 */
export async function logExcerpt(path: string, database: Sql): Promise<string> {
  const raw = (await endOf(path)).split('\n').filter(Boolean);
  const lines = raw.slice(-MOST_LINES).flatMap(parsed);
  const naming = await namesIn(new Set(lines.flatMap(({ msg }) => (msg ? [String(msg)] : []))), database);
  const kept = lines.filter(
    ({ msg }) =>
      !naming.some((name) =>
        String(msg ?? '')
          .toLowerCase()
          .includes(name),
      ),
  );
  const summary = { kept: kept.length, leftOut: Math.min(raw.length, MOST_LINES) - kept.length };
  return [...kept, summary].map((line) => `${JSON.stringify(line)}\n`).join('');
}

async function endOf(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const length = Math.min(size, MOST_BYTES);
      const { buffer } = await file.read({ buffer: Buffer.alloc(length), position: size - length });
      return buffer.toString('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new Refusal(`The log ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** Also of lines that Docker put the name of the service before. */
function parsed(line: string): Line[] {
  try {
    const given: Line = JSON.parse(line.slice(line.indexOf('{')));
    const kept: Line = {};
    for (const field of PLAIN)
      if (['string', 'number'].includes(typeof given[field])) kept[field] = given[field];
    const { msg, err } = given as { msg?: unknown; err?: { type?: unknown; stack?: unknown } };
    if (typeof msg === 'string') kept.msg = withoutContent(msg);
    if (typeof err?.stack === 'string') kept.msg = `${kept.msg ?? ''} ${withoutContent(err.stack)}`;
    return typeof kept.level === 'number' ? [kept] : [];
  } catch {
    return [];
  }
}

/** Names, handles and addresses of people, and names of communities, that occur in the messages, in lower case. */
async function namesIn(messages: Set<string>, database: Sql): Promise<string[]> {
  const found = new Set<string>();
  for (const text of pieces([...messages])) {
    const rows = await database.query<{ name: string }>(
      `SELECT DISTINCT lower(name) AS name FROM (
         SELECT name FROM users UNION ALL SELECT handle::text FROM users UNION ALL SELECT email::text FROM users
         UNION ALL SELECT name FROM communities WHERE kind <> 'conversation'
       ) AS known (name) WHERE length(name) > 3 AND strpos($1, lower(name)) > 0`,
      [text],
    );
    for (const { name } of rows) found.add(name);
  }
  return [...found];
}

function* pieces(messages: string[]): Generator<string> {
  let piece = '';
  for (const message of messages) {
    piece += `${message.toLowerCase()}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}
