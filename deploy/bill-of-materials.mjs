// Prints what is in the image, as CycloneDX: npm knows what the lock file names, and part of it is not installed.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const args = [
  'sbom',
  '--sbom-format',
  'cyclonedx',
  '--sbom-type',
  'application',
  '--omit',
  'dev',
  '--package-lock-only',
];
const bill = JSON.parse(execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const installed = new Set(
  Object.entries(packages)
    .filter(([path]) => path && existsSync(`${path}/package.json`))
    .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`),
);
bill.components = bill.components.filter(({ name, version }) => installed.has(`${name}@${version}`));
const present = new Set([
  bill.metadata.component['bom-ref'],
  ...bill.components.map((each) => each['bom-ref']),
]);
bill.dependencies = bill.dependencies
  .filter(({ ref }) => present.has(ref))
  .map((entry) => ({ ...entry, dependsOn: (entry.dependsOn ?? []).filter((ref) => present.has(ref)) }));
if (bill.components.length === 0) throw new Error('No package of the lock file is installed.');
process.stdout.write(`${JSON.stringify(bill, null, 1)}\n`);
