import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Result } from './bench.ts';
import { backup } from './benches/backup.ts';
import { container } from './benches/container.ts';
import { fanout } from './benches/fanout.ts';
import { feed, growth } from './benches/feed.ts';
import { herd } from './benches/herd.ts';
import { idle, seed } from './benches/life.ts';
import { scale } from './benches/scale.ts';
import { web } from './benches/web.ts';
import { write } from './benches/write.ts';
import { inProject } from './processes.ts';
import { machine, table } from './report.ts';
import { type Size, Stand } from './stand.ts';

const BENCHES = [write, feed, growth, fanout, herd, web, idle, seed, backup, scale, container];
const USAGE = `npm run bench -- [names] [--size medium|large] [--rounds 3] [--profile folder] [--save]
  names: ${BENCHES.map(({ name }) => name).join(', ')}; all of them by default`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: 'large' },
    rounds: { type: 'string', default: '3' },
    profile: { type: 'string' },
    save: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (values.help || unknown.length > 0) {
  console.log(unknown.length > 0 ? `There is no bench "${unknown.join(', ')}".\n${USAGE}` : USAGE);
  process.exit(unknown.length > 0 ? 1 : 0);
}

const stand = await Stand.open({
  big: values.size as Size,
  rounds: Number(values.rounds),
  profiles: values.profile,
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stand.close().finally(() => process.exit(130)));

const results: Result[] = [];
try {
  for (const bench of BENCHES) {
    if (positionals.length > 0 && !positionals.includes(bench.name)) continue;
    console.error(`${bench.name} …`);
    results.push(...(await bench.run(stand)));
  }
} finally {
  await stand.close();
}

const report = `${table(results)}\n\n${machine()}; ${values.rounds} rounds, big is ${values.size}.\n`;
console.log(`\n${report}`);
if (values.save) {
  const today = new Date().toISOString().slice(0, 10);
  await mkdir(inProject('bench/results'), { recursive: true });
  await writeFile(inProject(`bench/results/${today}.md`), `# Measured on ${today}\n\n${report}`);
}
process.exit();
