import { nodeOf, nodesOf } from './recorded.mjs';

/** The same for every row, so that the rows need not be touched. */
const CONSTANT_FUNCTIONS = new Set(['now', 'transaction_timestamp', 'statement_timestamp']);
const REWRITING = {
  AT_SetLogged: 'SET LOGGED',
  AT_SetUnLogged: 'SET UNLOGGED',
  AT_SetTableSpace: 'SET TABLESPACE',
  AT_SetAccessMethod: 'SET ACCESS METHOD',
};

/** Changes of a table that rewrite or read all of it while nobody may use it. */
export function alterTableFaults({ relation: { relname: table }, cmds }, scene) {
  if (scene.made.has(table)) return [];
  const faults = cmds.flatMap(({ AlterTableCmd: command }) => commandFaults(table, command, scene));
  if (cmds.some(({ AlterTableCmd: { subtype } }) => subtype !== 'AT_ValidateConstraint'))
    scene.locked.add(table);
  return faults;
}

function commandFaults(table, { subtype, name, def }, scene) {
  const rewrites = (what, instead) => [{ rule: 'rewrites-table', says: `${what} of ${table}: ${instead}` }];
  const checks = (what, instead) => [{ rule: 'checks-all-rows', says: `${what} of ${table}: ${instead}` }];
  switch (subtype) {
    case 'AT_AddColumn':
      return columnFaults(def.ColumnDef, rewrites, checks);
    case 'AT_AlterColumnType':
      return rewrites(`another type for ${name}`, 'add a column, fill it in batches, read that one');
    case 'AT_SetNotNull':
      if (scene.neverNull.has(`${table}.${name}`)) return [];
      return checks(`SET NOT NULL for ${name}`, 'ADD CONSTRAINT … NOT NULL … NOT VALID, then VALIDATE apart');
    case 'AT_AddConstraint':
      return constraintFaults(table, nodeOf(def), scene, checks);
    case 'AT_ValidateConstraint':
      return validationFaults(table, name, scene, checks);
    default:
      return REWRITING[subtype] ? rewrites(REWRITING[subtype], 'every row is written anew') : [];
  }
}

function columnFaults({ colname, typeName, constraints = [] }, rewrites, checks) {
  const type = typeName.names.at(-1).String.sval;
  if (/^(small|big)?serial[248]?$/.test(type))
    return rewrites(`${colname} ${type}`, 'every row gets a number');
  return constraints.map(nodeOf).flatMap((constraint) => {
    switch (constraint.contype) {
      case 'CONSTR_DEFAULT':
        return isConstant(constraint.raw_expr)
          ? []
          : rewrites(`${colname} with a default of its own for each row`, 'add it empty, fill it in batches');
      case 'CONSTR_IDENTITY':
        return rewrites(`${colname} as identity`, 'every row gets a number');
      case 'CONSTR_GENERATED':
        return constraint.generated_kind === 'v'
          ? []
          : rewrites(`${colname} as stored`, 'use VIRTUAL, or fill it in batches');
      case 'CONSTR_CHECK':
        return checks(`CHECK on ${colname}`, 'ADD CONSTRAINT … NOT VALID, then VALIDATE apart');
      case 'CONSTR_UNIQUE':
      case 'CONSTR_PRIMARY':
        return checks(`a unique ${colname}`, 'createIndex, then ADD CONSTRAINT … USING INDEX');
      default:
        return [];
    }
  });
}

function constraintFaults(table, constraint, scene, checks) {
  const { contype, conname = '', skip_validation: later, indexname, raw_expr: expression } = constraint;
  if (['CONSTR_UNIQUE', 'CONSTR_PRIMARY', 'CONSTR_EXCLUSION'].includes(contype))
    return indexname ? [] : checks(`the unique ${conname}`, 'createIndex, then ADD CONSTRAINT … USING INDEX');
  if (!['CONSTR_CHECK', 'CONSTR_FOREIGN', 'CONSTR_NOTNULL'].includes(contype)) return [];
  const tested = notNullIn(expression);
  if (tested) scene.notNullChecks.set(`${table}.${conname}`, `${table}.${tested}`);
  return later ? [] : checks(conname || 'a constraint', 'add NOT VALID, then VALIDATE apart');
}

/** Reading all rows is no harm by itself; but what was locked for adding the constraint stays locked so long. */
function validationFaults(table, name, scene, checks) {
  scene.neverNull.add(scene.notNullChecks.get(`${table}.${name}`));
  if (!scene.locked.has(table)) return [];
  return checks(`VALIDATE ${name}`, 'in one transaction with another change: transaction = false, and apart');
}

const isConstant = (expression) =>
  [...nodesOf('FuncCall', expression)].every(({ funcname }) =>
    CONSTANT_FUNCTIONS.has(funcname.at(-1).String.sval),
  );

/** The column of `CHECK (column IS NOT NULL)`. */
const notNullIn = (expression) =>
  expression?.NullTest?.nulltesttype === 'IS_NOT_NULL' &&
  expression.NullTest.arg.ColumnRef?.fields.at(-1).String?.sval;
