import pg from 'pg';
import { Passwords } from '#users';
import { type Installation, say } from '../installation.ts';
import { Refusal } from '../refusal.ts';
import { fill } from './fill.ts';
import { SEED_PASSWORD, SIZES, type SizeName } from './sizes.ts';
import { emailOf } from './write-company.ts';

/** Fills an installation with made-up data and says how fast that was, and who can log in. */
export async function seedSize(
  { DATABASE_URL: url }: Installation,
  name: SizeName,
  { intoExisting }: { intoExisting: boolean },
): Promise<void> {
  const before = await organisationIn(url);
  if (before.people > 0 && !intoExisting)
    throw new Refusal(
      `This Kring has ${before.people} people already. Made-up people would stand between them, all with a known password. Add --into-existing if that is what you want.`,
    );
  const size = SIZES[name];
  const organisation = before.name ?? 'Van Zetten Bouw';
  if (!before.name) await foundOrganisation(url, organisation);
  const started = performance.now();
  let written = 0;
  const { people } = await fill({
    url,
    size,
    organisation,
    peopleBefore: before.people,
    handlesBefore: new Set(before.handles),
    companyId: before.companyId,
    passwordHash: await new Passwords().accept(SEED_PASSWORD, { name: '', email: '' }),
    onProgress: (posts) => {
      written += posts;
      if (written % 100_000 < posts) say(`${written.toLocaleString('en')} posts`);
    },
  });
  const seconds = (performance.now() - started) / 1_000;
  const [first, last] = [people[0]!, people.at(-1)!];
  console.log(
    [
      `${written} posts of ${people.length} people in ${size.communities} communities: ${seconds.toFixed(1)} s, ${Math.round(written / seconds)} posts/s.`,
      `Log in as ${emailOf(first.number)}${first.role === 'admin' ? ' (administrator)' : ''} to ${emailOf(last.number)}, password ${SEED_PASSWORD}.`,
      'These accounts are for trying and measuring: never put them on a network with real people.',
    ].join('\n'),
  );
}

async function organisationIn(
  url: string,
): Promise<{ name?: string; people: number; handles: string[]; companyId?: string }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`
      SELECT (SELECT name FROM organisations) AS name,
             (SELECT count(*)::int FROM users) AS people,
             ARRAY(SELECT lower(handle::text) FROM users UNION ALL SELECT lower(handle::text) FROM communities) AS handles,
             (SELECT id FROM communities WHERE kind = 'company') AS "companyId"`);
    const [{ name, people, handles, companyId }] = rows;
    return { name: name ?? undefined, people, handles, companyId: companyId ?? undefined };
  } finally {
    await client.end();
  }
}

async function foundOrganisation(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('INSERT INTO organisations (name) VALUES ($1)', [name]);
  } finally {
    await client.end();
  }
}
