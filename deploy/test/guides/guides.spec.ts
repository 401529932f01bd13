import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGES = join(import.meta.dirname, '../../../docs/admin');
const COMMANDS = /`(docker compose|\.\/kring-)|^(docker compose|\.\/kring-)/m;
/** Its one command needs the image of another product. */
const OF_OTHERS = ['monitor'];

test('every guide with commands for Docker has a test that does what it says, and leaves nothing out', () => {
  const guides = readdirSync(PAGES)
    .filter((page) => COMMANDS.test(readFileSync(join(PAGES, page), 'utf8')))
    .map((page) => page.replace('.md', ''))
    .filter((page) => !OF_OTHERS.includes(page));
  const tests = readdirSync(import.meta.dirname).map((name) =>
    readFileSync(join(import.meta.dirname, name), 'utf8'),
  );
  expect(guides).toEqual(
    expect.arrayContaining(['air-gapped', 'backup', 'install', 'scale', 'troubleshoot', 'update']),
  );
  for (const guide of guides) {
    const [, name] = tests.flatMap(
      (test) => new RegExp(`const (\\w+) = new Guide\\('${guide}'\\)`).exec(test) ?? [],
    );
    expect({ guide, name }).toEqual({ guide, name: expect.any(String) });
    expect(
      tests.some(
        (test) =>
          test.includes(`new Guide('${guide}')`) && test.includes(`expect(${name}.untried).toEqual([])`),
      ),
    ).toBe(true);
  }
});
