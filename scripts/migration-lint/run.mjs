import { migrations } from '#migrations';
import { faultsOf } from './faults.mjs';
import { OF_FIRST_VERSION } from './first-version.mjs';

let count = 0;
for (const Migration of migrations) {
  if (OF_FIRST_VERSION.has(Migration.name)) continue;
  for (const { rule, says } of await faultsOf(Migration)) {
    count++;
    console.error(`${Migration.name}: ${rule}: ${says}`);
  }
}
if (count > 0)
  console.error(
    'What to do instead: docs/migrations.md. Before the first release a name may be added to first-version.mjs.',
  );
process.exitCode = count > 0 ? 1 : 0;
