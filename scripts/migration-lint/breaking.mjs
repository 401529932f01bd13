import { nodeOf } from './recorded.mjs';

const REMOVED = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_FUNCTION', 'OBJECT_TYPE', 'OBJECT_SEQUENCE']);

/**
 * What the version that still serves would stumble over. It is taken out of the code in one release and out of the
 * database in a later one, by a migration that says so: `breaksOlder = true`.
 */
export function breakingFaults(node, scene) {
  if (scene.migration.breaksOlder) return [];
  return broken(node, scene).map((what) => ({
    rule: 'breaks-older',
    says: `${what}: only when no version that may still serve uses it; then say breaksOlder = true`,
  }));
}

function broken(node, { made }) {
  if (node.kind === 'RenameStmt')
    return made.has(node.relation?.relname)
      ? []
      : [`another name for ${node.subname ?? node.relation?.relname}`];
  if (node.kind === 'DropStmt')
    return REMOVED.has(node.removeType) ? [`DROP ${node.removeType.slice(7)}`] : [];
  const table = node.relation.relname;
  if (made.has(table)) return [];
  return node.cmds.flatMap(({ AlterTableCmd: { subtype, name, def } }) => {
    if (subtype === 'AT_DropColumn') return [`DROP COLUMN ${name} of ${table}`];
    if (subtype === 'AT_AddColumn' && mustBeGiven(def.ColumnDef))
      return [`${def.ColumnDef.colname} of ${table}, which is not null and has no default`];
    return [];
  });
}

function mustBeGiven({ constraints = [] }) {
  const kinds = new Set(constraints.map((constraint) => nodeOf(constraint).contype));
  return kinds.has('CONSTR_NOTNULL') && !kinds.has('CONSTR_DEFAULT') && !kinds.has('CONSTR_GENERATED');
}
