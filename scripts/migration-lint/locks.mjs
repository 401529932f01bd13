import { nodesOf } from './recorded.mjs';

const ONLINE = 'createIndex of migrations/online';

/** Statements that keep everybody away from a table for as long as it takes to read it. */
export function lockFaults(node, scene) {
  const blocks = (what, instead) => [{ rule: 'blocks-table', says: `${what}: ${instead}` }];
  switch (node.kind) {
    case 'IndexStmt':
      return indexFaults(node, scene, blocks);
    case 'LockStmt':
      return blocks('LOCK TABLE', 'say what needs it, and do it in a way that does not');
    case 'ClusterStmt':
      return blocks('CLUSTER', 'no migration needs an order on the disk');
    case 'VacuumStmt':
      return hasOption(node.options, 'full') ? blocks('VACUUM FULL', 'leave the room to what comes') : [];
    case 'ReindexStmt':
      return hasOption(node.params, 'concurrently') ? [] : blocks('REINDEX', 'add CONCURRENTLY');
    case 'RefreshMatViewStmt':
      return node.concurrent ? [] : blocks('REFRESH MATERIALIZED VIEW', 'add CONCURRENTLY');
  }
}

function indexFaults({ idxname, relation: { relname }, concurrent }, scene, blocks) {
  if (scene.made.has(relname)) return [];
  const what = `CREATE INDEX ${idxname ?? ''} on ${relname}`;
  if (!concurrent) return blocks(what, `nobody can write there until it is built; use ${ONLINE}`);
  if (scene.together) return blocks(what, 'Postgres does not build it in a transaction: transaction = false');
  return scene.looksForLeftovers
    ? []
    : blocks(what, `if it fails, an index that is never used is left and found as made; use ${ONLINE}`);
}

/** What createIndex does first. */
export const looksForLeftovers = (node) =>
  [...nodesOf('RangeVar', node)].some(({ relname }) => relname === 'pg_index');

const hasOption = (options = [], name) =>
  options.some(({ DefElem: { defname, arg } }) => defname === name && !isOff(arg));

const isOff = (arg) => /^(false|off|0)$/i.test(arg?.String?.sval ?? arg?.Boolean?.boolval ?? '');
