import { type Recounted, recount } from '#platform';
import type { Check, Examined } from '../check.ts';
import { COUNTERS } from '../counters.ts';
import { count, duration, type Finding, ok } from '../finding.ts';

const LATE_SECONDS = 3 * 86_400;

/** Numbers and copies that stand beside what they are made of: all counted anew. */
export const countersCheck: Check = {
  name: 'counters',
  async examine(kring) {
    const found: Finding[] = [];
    for (const counter of COUNTERS) {
      const result = await recount({ sql: kring.database, write: kring.write }, counter, { fix: false });
      if (result.wrong > 0) found.push(wrong(kring, counter, result));
    }
    found.push(...(await nightly(kring)));
    return found.length > 0 ? found : [ok('counters.right', `All ${COUNTERS.length} counters are right.`)];
  },
};

function wrong(
  { database, write }: Examined,
  counter: (typeof COUNTERS)[number],
  { wrong: rows, examples }: Recounted,
): Finding {
  return {
    code: `counters.${counter.name.replaceAll(' ', '-')}`,
    level: 'failure',
    says: `The ${counter.name} are wrong in ${count(rows, 'row')}.`,
    remedy: 'Let "kring doctor --repair" count them anew.',
    examples: examples.map(({ id, stands, counted }) => `${id}: ${stands}, counted ${counted}`),
    repair: async () => {
      const { corrected } = await recount({ sql: database, write }, counter, { fix: true });
      return `Set the ${counter.name} right in ${count(corrected, 'row')}${counter.tell ? ', and told who may be looking at them' : ''}.`;
    },
  };
}

/** The recount of every day would have found them. */
async function nightly({ database }: Examined): Promise<Finding[]> {
  const [last] = await database.query<{ seconds: number }>(
    `SELECT extract(epoch FROM now() - began_at)::float8 AS seconds FROM upkeep WHERE task = 'recount'`,
  );
  if (!last || last.seconds < LATE_SECONDS) return [];
  return [
    {
      code: 'counters.not-recounted',
      level: 'warning',
      says: `Counters were last counted anew ${duration(last.seconds)} ago; that should happen every day.`,
      remedy: 'See that a process with KRING_ROLE all or worker runs.',
      values: { seconds: last.seconds },
    },
  ];
}
