import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGES = join(import.meta.dirname, '../../../docs/admin');
const COMMANDS = /^```sh$|`(docker compose|\.\/kring-)/m;

test('every guide with commands for Docker has a test that does what it says, and leaves nothing out', () => {
  const guides = readdirSync(PAGES)
    .filter((page) => COMMANDS.test(readFileSync(join(PAGES, page), 'utf8')))
    .map((page) => page.replace('.md', ''));
  expect(guides.length).toBeGreaterThanOrEqual(6);
  for (const guide of guides) {
    const test = readFileSync(join(import.meta.dirname, `${guide}.spec.ts`), 'utf8');
    expect(test).toContain(`new Guide('${guide}')`);
    expect(test).toContain('expect(guide.untried).toEqual([])');
  }
});
