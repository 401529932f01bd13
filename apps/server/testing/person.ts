import { type Api, apiOf } from './api.ts';
import type { Kring } from './kring.ts';

interface Place {
  id: string;
}

/** Somebody with an account, logged in, acting through the public door. */
export class Person {
  constructor(
    readonly kring: Kring,
    readonly api: Api,
    readonly id: string,
    readonly name: string,
    readonly email: string,
    readonly handle: string,
  ) {}

  /** The same person on another device. */
  async onAnotherDevice(): Promise<Person> {
    const api = apiOf(this.kring.origin);
    await must(api.post('/session', { email: this.email, password: this.kring.password }));
    return new Person(this.kring, api, this.id, this.name, this.email, this.handle);
  }

  async creates(name: string, more: Record<string, unknown> = {}): Promise<any> {
    return must(this.api.post('/communities', { name, kind: 'project', visibility: 'public', ...more }));
  }

  async joins(place: Place): Promise<void> {
    await must(this.api.post(`/communities/${place.id}/join`));
  }

  async admits(person: Person, place: Place, role = 'member'): Promise<void> {
    await must(this.api.put(`/communities/${place.id}/members/${person.id}`, { role }));
  }

  async removes(person: Person, place: Place): Promise<void> {
    await must(this.api.delete(`/communities/${place.id}/members/${person.id}`));
  }

  async starts(place: Place, body: string, more: Record<string, unknown> = {}): Promise<any> {
    return must(this.api.post(`/communities/${place.id}/threads`, { kind: 'update', body, ...more }));
  }

  async replies(thread: Place, body: string, more: Record<string, unknown> = {}): Promise<any> {
    return must(this.api.post(`/threads/${thread.id}/posts`, { body, ...more }));
  }

  async reacts(post: Place, emoji: string): Promise<void> {
    await must(this.api.put(`/posts/${post.id}/reactions/${encodeURIComponent(emoji)}`));
  }

  async reads(path: string): Promise<any> {
    return must(this.api.get(path));
  }
}

/** The body of an answer that went well; else an error that shows what was answered. */
export async function must<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
