import { parseArgs } from 'node:util';
import { stopAll } from '../bench/processes.ts';
import { machine } from '../bench/report.ts';
import type { Fault } from './fault.ts';
import { FROZEN } from './faults/frozen.ts';
import { KILLED } from './faults/killed.ts';
import { NETWORK } from './faults/network.ts';
import { SHORT } from './faults/short.ts';
import { Company } from './people/company.ts';
import { breaches, failures, isKept, type Line, save, table } from './report.ts';
import { Site } from './site/site.ts';
import { Trial } from './trial/trial.ts';

const FAULTS: Fault[] = [...KILLED, ...FROZEN, ...NETWORK, ...SHORT];
const USAGE = `npm run faults -- [names] [--save]
  names: ${FAULTS.map(({ name }) => name).join(', ')}; all of them by default`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { save: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !FAULTS.some((fault) => fault.name === name));
if (values.help || unknown.length > 0) {
  console.log(unknown.length > 0 ? `There is no fault "${unknown.join(', ')}".\n${USAGE}` : USAGE);
  process.exit(unknown.length > 0 ? 1 : 0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => closeOpen().finally(() => process.exit(130)));
// A mistake of the trials themselves must not leave anything running.
process.once('uncaughtException', (error) => {
  console.error(error);
  void closeOpen().finally(() => process.exit(2));
});

let site: Site | undefined;

async function closeOpen(): Promise<void> {
  await site?.close();
  await stopAll();
}

/** All that need the same site, on one; a site is made anew after a fault that it did not survive. */
async function run(faults: Fault[], smallDatabaseDisk: boolean): Promise<Line[]> {
  const lines: Line[] = [];
  let company: Company | undefined;
  for (const fault of faults) {
    const began = Date.now();
    try {
      site ??= await Site.open({ smallDatabaseDisk });
      company ??= await Company.found(site);
      const notTried = fault.impossible?.(site);
      lines.push(notTried ? { fault, notTried } : await Trial.of(fault, site, company));
    } catch (error) {
      lines.push({ fault, broken: (error as Error).message });
      await closeOpen();
      site = undefined;
      company = undefined;
    }
    console.error(`${fault.name} (${Math.round((Date.now() - began) / 1_000)} s) ${failures(lines.at(-1)!)}`);
    if (!isKept(lines.at(-1)!)) console.error(breaches(lines.slice(-1)));
  }
  await closeOpen();
  site = undefined;
  return lines;
}

const wanted = FAULTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const lines = [
  ...(await run(
    wanted.filter((fault) => !fault.smallDatabaseDisk),
    false,
  )),
  ...(await run(
    wanted.filter((fault) => fault.smallDatabaseDisk),
    true,
  )),
];
const broken = breaches(lines);
console.log(`\n${table(lines)}\n\n${machine()}\n${broken && `\n${broken}\n`}`);
if (values.save && positionals.length === 0) await save(lines);
process.exit(lines.every(isKept) ? 0 : 1);
