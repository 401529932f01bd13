import { prefixQuery } from './words.ts';

describe('what was typed becomes a query', () => {
  it('asks for every word as a beginning', () => {
    expect(prefixQuery('Heiwerk noord')).toBe("'heiwerk':* & 'noord':*");
  });

  it('treats nothing that was typed as syntax', () => {
    expect(prefixQuery("a & !b | (c') <-> d:*")).toBe("'a':* & 'b':* & 'c':* & 'd':*");
  });

  it('is nothing when there is no word', () => {
    expect(prefixQuery('  !?& ')).toBeNull();
  });

  it('splits host names and dates as the index does', () => {
    expect(prefixQuery('srv-01.example')).toBe("'srv':* & '01':* & 'example':*");
  });
});
