import type { Database } from '#platform';

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Node[];
}

/** What a statement did. */
export interface Plan {
  milliseconds: number;
  blocks: number;
  indexes: Set<string | undefined>;
  /** Tables that were read from end to end. */
  scanned: Array<string | undefined>;
  /** How many rows of a table were looked at, also those that did not fit. */
  rows(table: string): number;
}

/**
 * Runs a statement as the database would.
 * @param how `generic`: as a prepared one once its plan does not look at the values any more; else with a plan for
 * these very values
 */
export function planOf(
  database: Database,
  text: string,
  values: unknown[],
  how: 'generic' | 'custom' = 'generic',
): Promise<Plan> {
  return database.transaction(async (transaction) => {
    await transaction.query(`SET LOCAL plan_cache_mode = force_${how}_plan`);
    await transaction.query(`PREPARE measured AS ${text}`);
    const execute = `EXECUTE measured (${values.map(literal).join(', ')})`;
    await transaction.query(execute);
    const [{ 'QUERY PLAN': plan }] = (await transaction.query<any>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${execute}`,
    )) as [any];
    await transaction.query('DEALLOCATE measured');
    return seen(plan[0].Plan, plan[0]['Execution Time']);
  });
}

const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

function seen(root: Node, milliseconds: number): Plan {
  const nodes = flat(root);
  return {
    milliseconds,
    blocks: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
    indexes: new Set(nodes.map((node) => node['Index Name']).filter(Boolean)),
    scanned: nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']),
    rows: (table) =>
      nodes
        .filter((node) => node['Relation Name'] === table)
        .reduce(
          (sum, node) =>
            sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
          0,
        ),
  };
}

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
