import { initialsOf } from './hue';

test.each([
  ['Sanne Bakker-van der Meulen', 'SB'],
  ['Sanne van der Meer', 'SM'],
  ['Anne-Marie de Wit-Jansen', 'AW'],
  ['Madonna', 'M'],
  ['', ''],
])('%s has the initials %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
