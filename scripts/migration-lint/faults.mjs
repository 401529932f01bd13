import { alterTableFaults } from './alter-table.mjs';
import { breakingFaults } from './breaking.mjs';
import { lockFaults } from './locks.mjs';
import { recorded } from './recorded.mjs';
import { rowFaults } from './rows.mjs';

const JUDGES = {
  IndexStmt: lockFaults,
  LockStmt: lockFaults,
  VacuumStmt: lockFaults,
  ClusterStmt: lockFaults,
  ReindexStmt: lockFaults,
  RefreshMatViewStmt: lockFaults,
  AlterTableStmt: (node, scene) => [...alterTableFaults(node, scene), ...breakingFaults(node, scene)],
  RenameStmt: breakingFaults,
  DropStmt: breakingFaults,
  UpdateStmt: rowFaults,
  DeleteStmt: rowFaults,
  InsertStmt: rowFaults,
  MergeStmt: rowFaults,
  SelectStmt: rowFaults,
  TruncateStmt: rowFaults,
  DoStmt: () => [{ rule: 'cannot-be-judged', says: 'DO: what it does is not seen; say it in SQL' }],
};

/**
 * What of a migration would keep people waiting or break the version that still serves. Tables that it makes itself are
 * its own affair: nobody uses them yet.
 * @returns a list of `{rule, says}`; a migration allows a rule by `allowed = {rule: 'why it does no harm here'}`
 */
export async function faultsOf(Migration) {
  let said;
  try {
    said = await recorded(Migration);
  } catch (error) {
    return [{ rule: 'cannot-be-judged', says: error.message }];
  }
  const { migration, calls } = said;
  const inTransaction = migration.transaction !== false;
  const scene = {
    migration,
    /** Tables that nobody uses yet. */
    made: new Set(),
    /** Tables that are kept locked to the end of the transaction. */
    locked: new Set(),
    /** Constraints that say so of a column, and columns of which it is proved. */
    notNullChecks: new Map(),
    neverNull: new Set(),
  };
  const faults = [];
  for (const statements of calls) {
    // Without a transaction around all, what a call has locked is free after it.
    if (!inTransaction) scene.locked = new Set();
    scene.together = inTransaction || statements.length > 1;
    for (const node of statements) faults.push(...judge(node, scene));
  }
  return [...withoutAllowed(faults, migration.allowed ?? {}), ...uselessIn(migration.allowed ?? {}, faults)];
}

function judge(node, scene) {
  if (node.kind === 'CreateStmt') scene.made.add(node.relation.relname);
  if (node.kind === 'CreateTableAsStmt') scene.made.add(node.into.rel.relname);
  return JUDGES[node.kind]?.(node, scene) ?? [];
}

const withoutAllowed = (faults, allowed) => faults.filter(({ rule }) => !(allowed[rule]?.trim().length > 10));

const uselessIn = (allowed, faults) =>
  Object.keys(allowed)
    .filter((rule) => !faults.some((fault) => fault.rule === rule))
    .map((rule) => ({ rule, says: 'is allowed, and nothing of the kind is done' }));
