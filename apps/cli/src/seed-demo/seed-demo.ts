import { CommunitiesModule } from '#communities';
import { FileStore, FilesModule } from '#files';
import { Database, EventLog } from '#platform';
import { Passwords, UsersModule } from '#users';
import { demoOrganisation } from '../demo/organisation.ts';
import { insideKring } from '../inside-kring.ts';
import type { Installation } from '../installation.ts';
import { Refusal } from '../refusal.ts';
import { addCommunities, addOrganisation, addPeople } from './add-people.ts';
import { addThreads } from './add-threads.ts';
import { Cast } from './cast.ts';
import { addPortraits } from './portraits.ts';

/** Everybody of the demo logs in with this. */
export const DEMO_PASSWORD = 'kring-demo-2026';

/** Puts the demo organisation into an empty installation: all of it or nothing. */
export async function seedDemo(settings: Installation): Promise<void> {
  const now = new Date();
  const demo = demoOrganisation(now);
  const cast = new Cast(demo, now);
  await insideKring(settings, [CommunitiesModule, UsersModule, FilesModule], async (kring) => {
    await refuseUnlessEmpty(kring.get(Database));
    const passwordHash = await kring
      .get(Passwords, { strict: false })
      .accept(DEMO_PASSWORD, { name: '', email: '' });
    const store = kring.get(FileStore, { strict: false });
    await kring.get(EventLog).write(async (transaction) => {
      await addOrganisation(transaction, demo, cast);
      await addPeople(transaction, cast, passwordHash);
      await addPortraits(transaction, store, cast, settings.KRING_DATA);
      await addCommunities(transaction, cast, now);
      await addThreads(transaction, cast, demo.threads, now);
    });
  });
  console.log(greeting(demo.name, cast, settings.origin));
}

async function refuseUnlessEmpty(database: Database): Promise<void> {
  const [found] = await database.query<{ name: string | null; people: number }>(
    'SELECT (SELECT name FROM organisations) AS name, (SELECT count(*)::int FROM users) AS people',
  );
  if (found!.people > 0 || found!.name)
    throw new Refusal(
      `The demo needs an empty Kring, and this one is that of ${found!.name ?? 'people'} already. Set KRING_DATA to another folder.`,
    );
}

function greeting(name: string, cast: Cast, origin: string): string {
  const who = [
    ...cast.people.filter(({ role }) => role === 'admin'),
    ...one(cast, 'member'),
    ...one(cast, 'guest'),
  ];
  const lines = who.map(
    ({ email, name: person, title, role }) => `  ${email.padEnd(36)} ${person}, ${title} (${role})`,
  );
  return [
    `${name} is there: ${cast.people.length} people, all invented, with what they talk about.`,
    `Log in at ${origin} as anybody, with the password ${DEMO_PASSWORD}. For example:`,
    ...lines,
    'This is a demo: everybody knows that password. Use another folder (KRING_DATA) for real work.',
  ].join('\n');
}

function one(cast: Cast, role: 'member' | 'guest') {
  return cast.people.filter((person) => person.role === role).slice(0, 1);
}
