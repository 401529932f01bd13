import { addressesIn } from './addresses-in';
import { csvOf } from './invitations-csv';
import { isTable, tableIn } from './table-in';
import { textOfFile } from './text-of-file';

const said = (text: string) =>
  addressesIn(text).map(({ email, name, problem }) => [email, name, problem].filter(Boolean).join(' | '));

describe('people in a list', () => {
  it('are found whatever separates them', () => {
    expect(said('a@x.nl, b@x.nl;c@x.nl\nd@x.nl\te@x.nl  f@x.nl')).toEqual([
      'a@x.nl',
      'b@x.nl',
      'c@x.nl',
      'd@x.nl',
      'e@x.nl',
      'f@x.nl',
    ]);
  });

  it('have names as mail programs write them', () => {
    expect(
      said('Tess van Leeuwen <tess@x.nl>; "Berg, Jan van den" <jan@x.nl>, Leeuwen, Sam <sam@x.nl>; los@x.nl'),
    ).toEqual([
      'tess@x.nl | Tess van Leeuwen',
      'jan@x.nl | Jan van den Berg',
      'sam@x.nl | Sam Leeuwen',
      'los@x.nl',
    ]);
    expect(said('Anna\n<mailto:anna@x.nl>')).toContainEqual('anna@x.nl');
  });

  it('are never dropped: what is no address says so, and the second of the same too', () => {
    expect(said('jan.x.nl; piet@, @x.nl, a@x.nl; A@X.nl')).toEqual([
      'jan.x.nl | not-an-email',
      'piet@ | not-an-email',
      '@x.nl | not-an-email',
      'a@x.nl',
      'A@X.nl | twice',
    ]);
  });
});

describe('people in a table', () => {
  it('are read by the heads of its columns, in any order, in Dutch too, quoted or not', async () => {
    const text =
      'Afdeling;Naam;E-mailadres;Rol\n"Wegen; water";"Wit, W. de";wim@x.nl;gast\n\nBIM;;kees@x.nl;koning\n';
    expect(isTable(text)).toBe(true);
    expect(await tableIn(text)).toEqual([
      { email: 'wim@x.nl', name: 'Wit, W. de', department: 'Wegen; water', role: 'guest', problem: null },
      { email: 'kees@x.nl', name: null, department: 'BIM', role: null, problem: 'unknown-role' },
    ]);
  });

  it('may be cells pasted from a sheet, with first and last names apart', async () => {
    const [person] = await tableIn(
      'Voornaam\tTussenvoegsel\tAchternaam\tE-mail\nTess\tvan\tLeeuwen\ttess@x.nl',
    );
    expect(person).toMatchObject({ email: 'tess@x.nl', name: 'Tess van Leeuwen' });
  });

  it('are no table when only addresses stand there', () => {
    expect(isTable('a@x.nl, b@x.nl')).toBe(false);
  });

  it('are read from what Excel on Windows saves', async () => {
    const bytes = new Uint8Array([...'Andr'].map((letter) => letter.charCodeAt(0)).concat(0xe9));
    expect(await textOfFile(new Blob([bytes]))).toBe('André');
    expect(await textOfFile(new Blob(['André']))).toBe('André');
  });
});

test('no cell of an exported table is a formula', () => {
  for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\0=1', '＝1', '＋1', '－1', '＠x'])
    expect(csvOf([[name]]).replace('\ufeff', '')).toMatch(/^"'/u);
  expect(csvOf([['Jan "de Man"', 'x']])).toBe('\ufeff"Jan ""de Man""","x"\r\n');
});
