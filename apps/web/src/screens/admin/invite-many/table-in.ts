import type { GivenRole } from '~/data/types';
import { eachOnce, type InvitedLine, isAddress, line } from './invited-line';

/** Heads of columns as people, personnel systems and mail programs write them, in English and Dutch. */
const heads = {
  email: /^(e-?mail|mail)([ _-]?(adres|address|1))?$|^e-?mailadres$|^user ?principal ?name$/iu,
  name: /^((full|display|volledige|weergave)[ _-]?)?(name|naam)$/iu,
  first: /^(first|given)[ _-]?name$|^(voor|roep)naam$/iu,
  infix: /^(tussenvoegsels?|infix|prefix)$/iu,
  last: /^(last|sur|family)[ _-]?name$|^achternaam$/iu,
  role: /^(role|rol)$/iu,
  department: /^(department|afdeling|team|unit)$/iu,
};
type Head = keyof typeof heads;

const roles: [GivenRole, RegExp][] = [
  ['member', /^(member|colleague|employee|collega|medewerker)$/iu],
  ['guest', /^(guest|gast|external|extern)$/iu],
  ['admin', /^(admin|administrator|beheerder)$/iu],
];

const firstLine = (text: string): string => text.trimStart().split(/\r?\n/u, 1)[0] ?? '';

/** Whether the text begins with heads of columns, one of them for addresses: a CSV file, or cells from a sheet. */
export const isTable = (text: string): boolean =>
  firstLine(text)
    .split(/[,;\t|]/u)
    .some((cell) => heads.email.test(tidy(cell)));

/** Its rows, by the heads that are known; other columns are passed over. */
export async function tableIn(text: string): Promise<InvitedLine[]> {
  const { default: papa } = await import('papaparse');
  const { data } = papa.parse<string[]>(text.trimStart(), { skipEmptyLines: 'greedy' });
  const [top = [], ...rows] = data;
  const places = new Map<Head, number>();
  for (const [place, cell] of top.entries())
    for (const head of Object.keys(heads) as Head[])
      if (!places.has(head) && heads[head].test(tidy(cell))) places.set(head, place);
  return eachOnce(rows.map((row) => personIn((head) => tidy(row[places.get(head) ?? -1] ?? ''))));
}

function personIn(cell: (head: Head) => string): InvitedLine {
  const email = cell('email').replace(/^mailto:/iu, '');
  const parts = [cell('first'), cell('infix'), cell('last')].filter(Boolean).join(' ');
  const word = cell('role');
  const role = roles.find(([, words]) => words.test(word))?.[0] ?? null;
  const problem = !isAddress(email) ? 'not-an-email' : word && !role ? 'unknown-role' : null;
  return line({
    email,
    name: cell('name') || parts || null,
    department: cell('department') || null,
    role,
    problem,
  });
}

const tidy = (cell: string): string =>
  cell
    .replace(/^\ufeff/u, '')
    .replace(/^"|"$/gu, '')
    .trim();
