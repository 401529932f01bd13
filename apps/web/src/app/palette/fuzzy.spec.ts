import { fits } from './fuzzy';

const best = (typed: string, ...names: string[]) =>
  names
    .filter((name) => fits(typed, name) > 0)
    .sort((a, b) => fits(typed, b) - fits(typed, a))
    .at(0);

describe('what fits what was typed', () => {
  it('is the beginning of a word before its middle, and before letters in order', () => {
    expect(best('noor', 'Renoor', 'Nieuwbouw Noord', 'Noordkade')).toBe('Noordkade');
    expect(best('noor', 'Renoor', 'Nieuwbouw Noord')).toBe('Nieuwbouw Noord');
    expect(best('nbn', 'Nieuwbouw Noord', 'Bouw')).toBe('Nieuwbouw Noord');
  });

  it('does not mind accents, capitals and initials', () => {
    expect(fits('zoe', 'Zoë')).toBe(100);
    expect(fits('luk', 'Łukasz')).toBe(100);
    expect(fits('JØR', 'jorgen')).toBe(100);
    expect(fits('MV', 'marieke visser')).toBe(60);
  });

  it('is not what lacks a letter, or has them far apart', () => {
    expect(fits('xyz', 'Noord')).toBe(0);
    expect(fits('nd', 'n and then a very long way to d')).toBeGreaterThan(0);
    expect(fits('nz', 'notifications and everything else, up to the zoo')).toBe(0);
  });

  it('is everything when nothing was typed', () => {
    expect(fits('', 'Noord')).toBe(1);
  });
});
