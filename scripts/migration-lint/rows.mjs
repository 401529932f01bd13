import { looksForLeftovers } from './locks.mjs';
import { nodeOf, nodesOf } from './recorded.mjs';

const IN_BATCHES = 'use inBatches of migrations/online';

/** Statements that change as many rows as there are, in one transaction. */
export function rowFaults(node, scene) {
  if (node.kind === 'TruncateStmt') return truncationFaults(node, scene);
  if (node.kind === 'SelectStmt') {
    if (looksForLeftovers(node)) scene.looksForLeftovers = true;
    // WITH gone AS (DELETE …) SELECT …
    return [...nodesOf('CommonTableExpr', node)].flatMap(({ ctequery }) => {
      const inner = nodeOf(ctequery);
      return inner.kind === 'SelectStmt' ? [] : rowFaults(inner, scene);
    });
  }
  if (node.kind === 'InsertStmt') return insertionFaults(node, scene);
  const table = node.relation.relname;
  if (scene.made.has(table)) return [];
  const what = `${node.kind === 'DeleteStmt' ? 'DELETE FROM' : 'UPDATE'} ${table}`;
  if (!isLimited(node.whereClause)) return [fault(`${what} without a limit`, IN_BATCHES)];
  return scene.together ? [fault(`${what} in one transaction with the rest`, 'transaction = false')] : [];
}

/** Rows that the migration itself names are few; those that it reads from a table are as many as there are. */
function insertionFaults({ relation: { relname: table }, selectStmt }, scene) {
  const read = [...nodesOf('RangeVar', selectStmt)].filter(({ relname }) => !scene.made.has(relname));
  if (read.length === 0 || selectStmt.SelectStmt.limitCount) return [];
  return [fault(`INSERT INTO ${table} of all rows of ${read[0].relname}`, IN_BATCHES)];
}

const truncationFaults = ({ relations }, scene) =>
  relations
    .map(({ RangeVar: { relname } }) => relname)
    .filter((table) => !scene.made.has(table))
    .map((table) => fault(`TRUNCATE ${table}`, IN_BATCHES));

const fault = (what, instead) => ({ rule: 'changes-all-rows', says: `${what}: ${instead}` });

const isLimited = (expression) => [...nodesOf('SelectStmt', expression)].some(({ limitCount }) => limitCount);
