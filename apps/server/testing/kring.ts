import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { plainToInstance } from 'class-transformer';
import { Database, Settings } from '#platform';
import { testDatabase } from '#testing';
import { createServer } from '../src/create-server.ts';
import { createLogger } from '../src/logging.ts';
import { apiOf } from './api.ts';
import { freePort } from './free-port.ts';
import { refuseSecondConnection } from './one-connection.ts';
import { must, Person } from './person.ts';

const SETUP_CODE = 'a-code-for-tests';

/** A whole Kring on a database of its own, with one administrator. */
export class Kring {
  readonly password = 'dijkgraaf-fiets-47';
  private people = 0;

  constructor(
    readonly app: NestFastifyApplication,
    readonly settings: Settings,
    private readonly dropDatabase: () => Promise<void>,
    readonly admin: Person = undefined as never,
  ) {}

  get origin(): string {
    return this.settings.origin;
  }

  get database(): Database {
    return this.app.get(Database);
  }

  /** A new colleague, or guest, who has accepted an invitation. */
  async person(name: string, role: 'member' | 'guest' | 'admin' = 'member'): Promise<Person> {
    const { token } = await must<any>(this.admin.api.post('/invitations', { role }));
    const email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}.${++this.people}@example.com`;
    const api = apiOf(this.origin);
    const { user } = await must<any>(
      api.post(`/invitations/${token}/accept`, { name, email, password: this.password }),
    );
    return new Person(this, api, user.id, name, email, user.handle);
  }

  async setUp(): Promise<void> {
    const api = apiOf(this.origin);
    const admin = { name: 'Ada Admin', email: 'ada@example.com', password: this.password };
    const { user } = await must<any>(
      api.post('/setup', { code: SETUP_CODE, organisation: { name: 'Testbouw' }, admin }),
    );
    Object.assign(this, { admin: new Person(this, api, user.id, user.name, admin.email, user.handle) });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await rm(this.settings.KRING_DATA, { recursive: true, force: true });
    await this.dropDatabase();
  }
}

/** Starts a Kring. `settings` overrides; `setUp: false` leaves it as on first start. */
export async function startKring({
  settings: given = {},
  setUp = true,
}: {
  settings?: Partial<Settings>;
  setUp?: boolean;
} = {}): Promise<Kring> {
  const database = await testDatabase();
  const settings = plainToInstance(Settings, {
    DATABASE_URL: database.url,
    KRING_DATA: await mkdtemp(join(tmpdir(), 'kring-test-')),
    KRING_SETUP_CODE: SETUP_CODE,
    PORT: await freePort(),
    LOG_LEVEL: 'error',
    REQUESTS_PER_MINUTE: 0,
    DATABASE_POOL: 8,
    ...given,
  });
  const app = await createServer(settings, createLogger(settings));
  refuseSecondConnection(app.get(Database));
  await app.listen(settings.PORT, '127.0.0.1');
  const kring = new Kring(app, settings, () => database.drop());
  if (setUp) await kring.setUp();
  return kring;
}
