import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommunitiesModule } from '#communities';
import { Database, EventLog, PlatformModule } from '#platform';
import { CreateAccount, type NewAccount, Passwords, UsersModule } from '#users';
import type { Installation } from '../installation.ts';
import { Refusal } from '../refusal.ts';

@Module({})
class Accounts {}

/**
 * Makes the account as the server would: with a place in the company community, and told to a server that runs.
 * @throws Problem when the address is taken or the password too easy
 */
export async function createAdmin(
  settings: Installation,
  { name, email, password }: NewAccount,
  organisation: string | undefined,
): Promise<void> {
  const imports = [PlatformModule.with(settings), CommunitiesModule, UsersModule];
  const accounts = await NestFactory.createApplicationContext(
    { module: Accounts, imports },
    { logger: ['error'] },
  );
  try {
    const passwordHash = await accounts.get(Passwords, { strict: false }).accept(password, { name, email });
    const founded = await organisationName(accounts.get(Database));
    if (!founded && !organisation)
      throw new Refusal('Kring was not set up yet: name the organisation with --organisation.');
    if (founded && organisation) throw new Refusal(`The organisation has a name already: ${founded}.`);
    await accounts.get(EventLog).write(async (transaction) => {
      if (organisation)
        await transaction.query('INSERT INTO organisations (name) VALUES ($1)', [organisation]);
      const createAccount = accounts.get(CreateAccount, { strict: false });
      await createAccount.within(transaction, { name, email, role: 'admin', passwordHash });
    });
  } finally {
    await accounts.close();
  }
}

async function organisationName(database: Database): Promise<string | undefined> {
  const [organisation] = await database.query<{ name: string }>('SELECT name FROM organisations');
  return organisation?.name;
}
