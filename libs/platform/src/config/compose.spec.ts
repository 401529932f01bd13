import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describedSettings } from './setting.ts';
import './settings.ts';

const COMPOSE = readFileSync(join(import.meta.dirname, '../../../../docker-compose.yml'), 'utf8');
/** The image says them, or Kring makes them itself and keeps them in its database. */
const NOT_THERE = ['HOST', 'PORT', 'KRING_DATA', 'KRING_SETUP_CODE', 'VAPID_PRIVATE_KEY'];

test('with Compose every setting can be set, secret ones by a file', () => {
  for (const { name, secret } of describedSettings())
    if (!NOT_THERE.includes(name))
      expect(COMPOSE).toMatch(new RegExp(`^ +${name}${secret ? '(_FILE)?' : ''}: `, 'm'));
});
