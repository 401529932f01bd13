import { Transform } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  Max,
  Min,
  MinLength,
} from 'class-validator';
import { IsListOfUrls } from './is-list-of-urls.ts';
import { setting } from './setting.ts';

const POSTGRES = { require_tld: false, require_protocol: true, protocols: ['postgres', 'postgresql'] };

const listed = (values = ''): string[] =>
  values
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean);

const wholeNumber = Transform(({ value }) => (/^-?\d+$/.test(String(value)) ? Number(value) : value));

/**
 * Everything an administrator can set, from environment variables. Checked once at start: `loadSettings`.
 * `docs/configuration.md` is generated from this class.
 */
export class Settings {
  @setting('Address to listen on. `127.0.0.1` is this machine only; `0.0.0.0` is every network.')
  @IsString()
  HOST: string = '127.0.0.1';

  @setting('Port to listen on.')
  @wholeNumber
  @IsInt()
  @Min(1)
  @Max(65535)
  PORT: number = 3000;

  @setting(
    'The address people type, without a path. Links and cookies use it. Default: `http://localhost:<PORT>`.',
  )
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  KRING_ORIGIN?: string;

  @setting('Folder for the embedded database and for files.')
  @IsString()
  @MinLength(1)
  KRING_DATA: string = './data';

  @setting(
    'Which Postgres (18 or newer) to use. Default: one that Kring starts itself in `KRING_DATA`.',
    'secret',
  )
  @IsOptional()
  @IsUrl(POSTGRES)
  DATABASE_URL?: string;

  @setting(
    'Streaming replicas of that database, divided by commas: feeds, lists and searches are read from them. To each as many connections as `DATABASE_POOL`, and one more.',
    'secret',
  )
  @IsOptional()
  @IsListOfUrls(POSTGRES)
  DATABASE_REPLICA_URLS?: string;

  @setting(
    'Redis or Valkey, for several processes: shared rate limits, who is there, quicker wake-ups. Default: none.',
    'secret',
  )
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['redis', 'rediss'] })
  REDIS_URL?: string;

  @setting(
    'The same database by the role that may change the schema, where `DATABASE_URL` is one that may not.',
    'secret',
  )
  @IsOptional()
  @IsUrl(POSTGRES)
  DATABASE_OWNER_URL?: string;

  @setting(
    'Database connections this process may hold. Two more are for logging in and health checks alone, two for the event log.',
  )
  @wholeNumber
  @IsInt()
  @Min(4)
  @Max(500)
  DATABASE_POOL: number = 20;

  @setting('What this process does: `web` serves people, `worker` does the work behind, `all` does both.')
  @IsIn(['all', 'web', 'worker'])
  KRING_ROLE: 'all' | 'web' | 'worker' = 'all';

  @setting(
    'Seconds that a `web` process goes on serving when it is told to stop, while `/readyz` answers 503: as long as the balancer needs to notice.',
  )
  @wholeNumber
  @IsInt()
  @Min(0)
  @Max(6)
  DRAIN_SECONDS: number = 2;

  @setting('The one-time code of the first set-up. Default: a random one, printed at start.', 'secret')
  @IsOptional()
  @Length(8, 200)
  KRING_SETUP_CODE?: string;

  @setting('Whoever asks for `/metrics` from another machine must send this as a Bearer token.', 'secret')
  @IsOptional()
  @Length(16, 200)
  METRICS_TOKEN?: string;

  @setting('How many proxies stand in front; that many `X-Forwarded-For` entries are believed.')
  @wholeNumber
  @IsInt()
  @Min(0)
  @Max(10)
  TRUSTED_PROXIES: number = 0;

  @setting(
    'How many requests a minute one person may send; a tenth of it for writing. `0` switches the limit off.',
  )
  @wholeNumber
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  REQUESTS_PER_MINUTE: number = 6000;

  @setting('How many megabytes the files of one person may take together. `0`: as many as the disk holds.')
  @wholeNumber
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  FILES_PER_PERSON_MB: number = 20_000;

  @setting('How many megabytes all files may take together. `0`: as many as the disk holds.')
  @wholeNumber
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  FILES_TOTAL_MB: number = 0;

  @setting(
    'Hosts inside the network that push messages may be sent to, by comma. To all others only public addresses and HTTPS are allowed.',
  )
  @IsOptional()
  @Matches(/^[\w.:[\]-]+(?:\s*,\s*[\w.:[\]-]+)*$/, { message: 'must be host names, divided by commas' })
  ALLOWED_PRIVATE_HOSTS?: string;

  @setting(
    'The key that push messages are signed with: 32 bytes as base64url. Default: one that Kring makes once and keeps in its database. With another one every browser has to subscribe anew.',
    'secret',
  )
  @IsOptional()
  @Matches(/^[\w-]{43}$/, { message: 'must be 32 bytes, written as base64url (43 characters)' })
  VAPID_PRIVATE_KEY?: string;

  @setting(
    'Whom a push service may reach when something is wrong with our messages: `mailto:…` or `https:…`. Default: `KRING_ORIGIN` if that is https.',
  )
  @IsOptional()
  @Matches(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, { message: 'must begin with mailto: or https:' })
  VAPID_SUBJECT?: string;

  @setting(
    'Whose words a push message may show on a locked screen: `public`, of communities open to every employee; `all`; or `none`. Who and where is always said; of conversations not even where.',
  )
  @IsIn(['public', 'all', 'none'])
  PUSH_WORDS: 'public' | 'all' | 'none' = 'public';

  @setting('How much is logged.')
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug'])
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' = 'info';

  /** The address people use, never with a slash at the end. */
  get origin(): string {
    return (this.KRING_ORIGIN ?? `http://localhost:${this.PORT}`).replace(/\/+$/, '');
  }

  /** Origins a browser may send. Without KRING_ORIGIN also the loopback spellings of the same port. */
  get allowedOrigins(): string[] {
    if (this.KRING_ORIGIN) return [new URL(this.KRING_ORIGIN).origin];
    return ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${this.PORT}`);
  }

  get allowedPrivateHosts(): ReadonlySet<string> {
    return new Set(listed(this.ALLOWED_PRIVATE_HOSTS?.toLowerCase()));
  }

  get replicaUrls(): string[] {
    return listed(this.DATABASE_REPLICA_URLS);
  }

  get secure(): boolean {
    return this.origin.startsWith('https:');
  }
}
