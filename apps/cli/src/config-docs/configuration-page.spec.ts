import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describedSettings } from '#platform';
import { configurationPage } from './configuration-page.ts';

const PAGE = join(import.meta.dirname, '../../../../docs/configuration.md');

describe('docs/configuration.md', () => {
  test('is what "npm run -s kring config-docs" prints', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(configurationPage());
  });

  test('explains every setting', () => {
    for (const { name, about } of describedSettings()) {
      expect(configurationPage()).toContain(`| \`${name}\` |`);
      expect(about).toMatch(/\.$/);
    }
  });
});
