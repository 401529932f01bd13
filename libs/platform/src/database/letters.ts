import type pg from 'pg';
import { StartupProblem } from '../startup-problem.ts';

/** What words are made of: capitals beyond ASCII, and where search takes a word to end. */
const KNOWS_LETTERS = `
  SELECT current_database() AS name, current_setting('server_encoding') = 'UTF8' AS utf8,
    lower('ÖŁЖ') = 'öłж' AS capitals, to_tsvector('simple', 'één–twee') = to_tsvector('simple', 'één twee') AS words`;

/**
 * A database is made for an alphabet, and keeps it. One that knows no letters but A to Z would not find Özgür, and
 * would take every dash for a letter.
 * @throws StartupProblem
 */
export async function refuseUnlettered(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; utf8: boolean; capitals: boolean; words: boolean }>(
    KNOWS_LETTERS,
  );
  const { name, utf8, capitals, words } = rows[0]!;
  if (utf8 && capitals && words) return;
  throw new StartupProblem(
    utf8
      ? `The database "${name}" knows no letters but A to Z (its LC_CTYPE is C).`
      : `The database "${name}" does not hold UTF-8.`,
    `Make another one (CREATE DATABASE "${name}2" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8') and name it in DATABASE_URL; "kring backup" and "kring restore" take along what is there.`,
  );
}
