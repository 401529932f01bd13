import { parse } from 'libpg-query';

const MOST_STATEMENTS = 1_000;

/**
 * What a migration says to the database, with nobody there to answer: every query is found empty. Each call is a list
 * of parsed statements; several in one are one transaction.
 * @throws Error when it says something that is not SQL, or cannot be read
 */
export async function recorded(Migration) {
  const migration = new Migration();
  const texts = [];
  const query = async (text, _values, structured) => {
    if (texts.push(text) > MOST_STATEMENTS) throw new Error('it goes on until somebody answers');
    return structured ? { raw: [], records: [], affected: 0 } : [];
  };
  await migration.up(
    new Proxy(
      { query, isTransactionActive: false },
      { get: (db, name) => (name in db ? db[name] : refuse(name)) },
    ),
  );
  const calls = [];
  for (const text of texts) calls.push((await parse(text)).stmts?.map(({ stmt }) => nodeOf(stmt)) ?? []);
  return { migration, calls };
}

/** `{IndexStmt: {…}}` as `{kind: 'IndexStmt', …}`. */
export function nodeOf(wrapped) {
  const [[kind, fields]] = Object.entries(wrapped);
  return { ...fields, kind };
}

/** Every node of a kind below, at any depth. */
export function* nodesOf(kind, below) {
  if (typeof below !== 'object' || below === null) return;
  if (below.kind === kind) yield below;
  for (const [name, child] of Object.entries(below)) {
    if (name === kind) yield child;
    yield* nodesOf(kind, child);
  }
}

function refuse(name) {
  throw new Error(`it uses ${String(name)} of the connection instead of SQL`);
}
