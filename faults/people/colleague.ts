import { Requests, type Tally } from './requests.ts';

const PASSWORD = 'dijkgraaf-fiets-47';

export interface Place {
  id: string;
  name: string;
}

/** Somebody with an account, who is logged in and acts through the public door. */
export class Colleague {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly requests: Requests;

  private constructor(user: { id: string; name: string; handle: string }, requests: Requests) {
    this.id = user.id;
    this.name = user.name;
    this.handle = user.handle;
    this.requests = requests;
  }

  /** The first one, who sets Kring up. */
  static async first(origin: string, code: string): Promise<Colleague> {
    const requests = new Requests(origin);
    const admin = { name: 'Ada Admin', email: 'ada@example.com', password: PASSWORD };
    const wish = { code, organisation: { name: 'Proefbouw' }, admin };
    return new Colleague((await must(requests.insist('POST', '/setup', wish))).user, requests);
  }

  async invites(origin: string, name: string, role: 'member' | 'guest' = 'member'): Promise<Colleague> {
    const { token } = await this.does('POST', '/invitations', { role });
    const requests = new Requests(origin);
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`;
    const wish = { name, email, password: PASSWORD };
    const { user } = await must(requests.insist('POST', `/invitations/${token}/accept`, wish));
    return new Colleague(user, requests);
  }

  set tally(tally: Tally) {
    this.requests.tally = tally;
  }

  /** For `KnownState`. */
  get api(): Requests {
    return this.requests;
  }

  /** At one process, past whatever stands in front of it. */
  at(port: number, origin: string): Requests {
    return new Requests(`http://127.0.0.1:${port}`, () => this.headersFor(origin));
  }

  headersFor(origin: string): Record<string, string> {
    return { origin, cookie: this.requests.cookie };
  }

  /** Until it is done. @throws when it is refused */
  does<T = any>(method: string, path: string, body?: unknown): Promise<T> {
    return must(this.requests.insist<T>(method, path, body));
  }
}

async function must<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
