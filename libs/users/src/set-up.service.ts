import { Injectable } from '@nestjs/common';
import { EventLog, Problem, type RecordingTransaction } from '#platform';
import { Attempts } from './attempts.ts';
import { BeginSession } from './begin-session.service.ts';
import { CreateAccount } from './create-account.service.ts';
import type { Device } from './device.ts';
import type { SetUpRequest, SetupView } from './dto/set-up.dto.ts';
import { OrganisationReader } from './organisation.reader.ts';
import { Passwords } from './passwords.ts';
import { SetupCode } from './setup-code.ts';

/** The first run: makes the organisation and its first administrator, once. */
@Injectable()
export class SetUp {
  constructor(
    private readonly organisation: OrganisationReader,
    private readonly eventLog: EventLog,
    private readonly code: SetupCode,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly createAccount: CreateAccount,
    private readonly beginSession: BeginSession,
  ) {}

  async state(): Promise<SetupView> {
    const found = await this.organisation.find();
    return { needed: found === null, organisation: found && (await this.organisation.card()) };
  }

  /**
   * @returns the token of the administrator's session
   * @throws Problem already-set-up, wrong-setup-code
   */
  async with({ code, organisation, admin }: SetUpRequest, device: Device): Promise<string> {
    if ((await this.code.current()) === null) throw new Problem('already-set-up');
    const known = await this.attempts.make(
      { account: 'set-up', address: device.address },
      async () => (await this.code.is(code)) || null,
    );
    if (!known) throw new Problem('wrong-setup-code');
    const { name, email, password, language } = admin;
    const passwordHash = await this.passwords.accept(password, admin, 'admin.password');
    const id = await this.eventLog.write(async (transaction) => {
      await found(transaction, organisation.name);
      await this.code.forget(transaction);
      return this.createAccount.within(transaction, { name, email, language, role: 'admin', passwordHash });
    });
    return this.beginSession.first(id, passwordHash, device);
  }
}

/** Of two at once the second waits for the first, then finds the place taken: there is only one row. */
async function found(transaction: RecordingTransaction, name: string): Promise<void> {
  const [founded] = await transaction.query(
    'INSERT INTO organisations (name) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id',
    [name],
  );
  if (!founded) throw new Problem('already-set-up');
}
