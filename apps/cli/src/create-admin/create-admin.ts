import { CommunitiesModule } from '#communities';
import { Database, EventLog } from '#platform';
import { CreateAccount, type NewAccount, Passwords, UsersModule } from '#users';
import { insideKring } from '../inside-kring.ts';
import type { Installation } from '../installation.ts';
import { Refusal } from '../refusal.ts';

/**
 * Makes the account as the server would: with a place in the company community, and told to a server that runs.
 * @throws Problem when the address is taken or the password too easy
 */
export async function createAdmin(
  settings: Installation,
  { name, email, password }: NewAccount,
  organisation: string | undefined,
): Promise<void> {
  await insideKring(settings, [CommunitiesModule, UsersModule], async (kring) => {
    const passwordHash = await kring.get(Passwords, { strict: false }).accept(password, { name, email });
    await refuseWrongName(kring.get(Database), organisation);
    const createAccount = kring.get(CreateAccount, { strict: false });
    await kring.get(EventLog).write(async (transaction) => {
      if (organisation)
        await transaction.query('INSERT INTO organisations (name) VALUES ($1)', [organisation]);
      await createAccount.within(transaction, { name, email, role: 'admin', passwordHash });
    });
  });
}

async function refuseWrongName(database: Database, name: string | undefined): Promise<void> {
  const [founded] = await database.query<{ name: string }>('SELECT name FROM organisations');
  if (!founded && !name)
    throw new Refusal('Kring was not set up yet: name the organisation with --organisation.');
  if (founded && name) throw new Refusal(`The organisation has a name already: ${founded.name}.`);
}
