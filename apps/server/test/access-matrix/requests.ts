import type { Answer, Kring, Person } from '#server-testing';
import type { Role } from './rules.ts';
import type { Scene } from './scene.ts';
import type { Expectation } from './table.ts';

/** Asks as somebody, with the cookie that they have now; an answer never changes who asks next. */
export class Asking {
  private readonly cookies = new Map<Role, string>();

  constructor(
    private readonly kring: Kring,
    private readonly people: Map<Role, Person>,
  ) {
    for (const [role, person] of people) this.cookies.set(role, person.api.cookie());
  }

  async as(role: Role, route: string, expectation: Expectation, scene: Scene): Promise<Answer> {
    const answer = await this.by(this.cookies.get(role), route, expectation, scene);
    if (expectation.session && role !== 'deactivated') await this.logInAnew(role);
    return answer;
  }

  async by(
    cookie: string | undefined,
    route: string,
    expectation: Expectation,
    scene: Scene,
  ): Promise<Answer> {
    const [method = '', path = ''] = route.split(' ');
    const values: Record<string, string> = {
      ...scene,
      id: scene.communityId,
      postId: scene.replyId,
      emoji: encodeURIComponent('👍'),
    };
    const filled = path.replace(/{(\w+)}/g, (_, name) => values[name] ?? `missing-${name}`);
    const body = expectation.body?.(scene);
    const form = route === 'POST /files' ? aFile() : undefined;
    const response = await fetch(`${this.kring.origin}/api/v1${filled}${expectation.query ?? ''}`, {
      method,
      body: form ?? (body && JSON.stringify(body)),
      headers: {
        origin: this.kring.origin,
        ...(cookie && { cookie }),
        ...(body && { 'content-type': 'application/json' }),
      },
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    };
  }

  private async logInAnew(role: Role): Promise<void> {
    const person = this.people.get(role);
    if (person) this.cookies.set(role, (await person.onAnotherDevice()).api.cookie());
  }
}

function aFile(): FormData {
  const form = new FormData();
  form.set('purpose', 'attachment');
  form.set('file', new Blob(['plan']), 'plan.txt');
  return form;
}
