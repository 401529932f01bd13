import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const MODULE = join(import.meta.dirname, 'give-way.ts');
/** After `comm`, which is in brackets, the nineteenth field of proc(5) is the seventeenth. */
const PROGRAM = `
  import { readdirSync, readFileSync } from 'node:fs';
  import { readFile } from 'node:fs/promises';
  import { giveWay } from '${MODULE}';
  await readFile('${MODULE}'); // by one of the other threads
  giveWay();
  const nice = (task) => readFileSync('/proc/self/task/' + task + '/stat', 'utf8').split(') ').at(-1).split(' ')[16];
  console.log(readdirSync('/proc/self/task').map(nice).join(' '));`;

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('every thread of a backup lets others go first, also those that compress and write', () => {
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', PROGRAM], { encoding: 'utf8' });
  const each = said.trim().split(' ');
  expect(each.length).toBeGreaterThan(4);
  expect(new Set(each)).toEqual(new Set(['19']));
});
