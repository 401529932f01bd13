import { type Answer, type Kring, startKring } from '#server-testing';
import { asInTheTable } from '../access-matrix/routes-in-the-document.ts';
import { type Cast, castOf, type Scene, sceneOf } from '../access-matrix/scene.ts';
import { TABLE } from '../access-matrix/table.ts';
import { type Operation, Published } from './published.ts';
import { fieldsOf, wrongFor } from './wrong-values.ts';

/** Two thousand requests, on a machine that may be busy. */
const PATIENCE_MS = 180_000;

let kring: Kring;
let cast: Cast;
let scene: Scene;
let published: Published;
beforeAll(async () => {
  kring = await startKring();
  cast = await castOf(kring);
  scene = await sceneOf(kring, cast, 'public');
  published = await Published.by(kring);
});
afterAll(async () => {
  // After all of it, there is still somebody who answers, and nothing has spread.
  expect((await kring.admin.api.get('/session')).status).toBe(200);
  expect(({} as Record<string, unknown>).admin).toBeUndefined();
  await kring.stop();
});

const filled = (route: string): string =>
  asInTheTable(route)
    .replace(/^\w+ /, '')
    .replace(
      /{(\w+)}/g,
      (_, name) =>
        (({ ...scene, id: scene.communityId, postId: scene.replyId, emoji: '%F0%9F%91%8D' }) as any)[name] ??
        name,
    );

const ask = (operation: Operation, init: RequestInit = {}, path = filled(operation.route)): Promise<Answer> =>
  kring.admin.api.send(operation.method, path, init);

const sending = (operation: Operation, body: string, type = 'application/json'): Promise<Answer> =>
  ask(operation, { body, headers: { 'content-type': type } });

const goodBody = ({ route }: Operation): object => TABLE[asInTheTable(route)]?.body?.(scene) ?? {};

/** A list of people is taken as a whole; what is wrong with one of them stands beside them in the answer. */
const isForgiven = ({ route }: Operation, path: string): boolean =>
  route === 'POST /invitations/many' && path.startsWith('people.');

/** A password is what was typed, to the letter. */
const isSecret = (path: string): boolean => /(?:^|\.)(?:password|current)$/.test(path);
const BLANK = new Set(['blanks', 'unseen']);

/** What is wrong with how a wrong field was refused; nothing when it was named. */
function refusal(operation: Operation, answer: Answer, field: string): string[] {
  const { status, body } = answer;
  if (status !== 400) return [`answers ${status}`];
  const named = (body.errors ?? []).map((error: { field: string }) => error.field);
  const isNamed = named.some(
    (name: string) => name === field || field.startsWith(`${name}.`) || name.startsWith(`${field}.`),
  );
  return [...(isNamed ? [] : [`names ${named}`]), ...published.differences(operation, answer)];
}

/** Something that is sent, and what is wrong with the answer. */
type Probe = () => Promise<string[]>;
const AT_ONCE = 8;

/** Asks for all, some at once, and answers what was wrong. */
async function complaints(probes: Probe[]): Promise<string[]> {
  const wrong: string[] = [];
  const left = probes.values();
  const work = async () => {
    for (const probe of left) wrong.push(...(await probe()));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return wrong;
}

const taking = (part: 'body' | 'query'): Operation[] =>
  published.operations.filter(({ method, body, query }) =>
    part === 'body' ? body : method === 'GET' && query.length > 0,
  );

it(
  'every field of every body is refused by its name when it is missing, or anything else',
  async () => {
    const probes: Probe[] = [];
    for (const operation of taking('body'))
      for (const field of fieldsOf(operation.body!, (schema) => published.resolved(schema)!)) {
        if (isForgiven(operation, field.path)) continue;
        const values = wrongFor(field.schema).filter(([what]) => !isSecret(field.path) || !BLANK.has(what));
        if (field.isRequired) values.push(['missing', undefined]);
        for (const [what, value] of values)
          probes.push(async () => {
            const answer = await sending(operation, JSON.stringify(field.with(goodBody(operation), value)));
            const said = refusal(operation, answer, field.path);
            return said.map((one) => `${operation.route}: ${field.path}, ${what}: ${one}`);
          });
      }
    expect(probes.length).toBeGreaterThan(800);
    expect(await complaints(probes)).toEqual([]);
  },
  PATIENCE_MS,
);

const NO_BODIES = [
  ...['{"a":', '[]', '"x"', '7'],
  ...['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}'],
];
const OTHER_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/xml',
  'multipart/form-data; b=x',
];
const TOO_LARGE = JSON.stringify({ x: 'x'.repeat(300_000) });

it(
  'a body that is none, holds what is unknown, or would change prototypes is refused',
  async () => {
    const probes: Probe[] = [];
    for (const operation of taking('body')) {
      const good = JSON.stringify(goodBody(operation));
      const expects = (what: string, status: number, send: () => Promise<Answer>) =>
        probes.push(async () => {
          const answer = await send();
          const said = published.differences(operation, answer);
          if (answer.status !== status) said.push(`answers ${answer.status}`);
          return said.map((one) => `${operation.route}: ${what}: ${one}`);
        });
      probes.push(async () => {
        const body = JSON.stringify({ ...goodBody(operation), isAdmin: 1 });
        const said = refusal(operation, await sending(operation, body), 'isAdmin');
        return said.map((one) => `${operation.route}: unknown: ${one}`);
      });
      for (const body of NO_BODIES) expects(body, 400, () => sending(operation, body));
      for (const type of OTHER_TYPES) expects(type, 415, () => sending(operation, good, type));
      expects('too large', 413, () => sending(operation, TOO_LARGE));
    }
    expect(await complaints(probes)).toEqual([]);
  },
  PATIENCE_MS,
);

it('ten megabytes are refused as well', async () => {
  const operation = published.operations.find(({ route }) => route === 'POST /communities')!;
  expect((await sending(operation, JSON.stringify({ name: 'x'.repeat(10_000_000) }))).status).toBe(413);
});

it(
  'a query that is unknown, repeated or anything else is refused by its name',
  async () => {
    const probes: Probe[] = [];
    for (const operation of taking('query')) {
      const good = new URLSearchParams(TABLE[asInTheTable(operation.route)]?.query ?? '');
      const expects = (what: string, field: string, more: string) => {
        const others = new URLSearchParams([...good].filter(([name]) => name !== field));
        probes.push(async () => {
          const answer = await ask(operation, {}, `${filled(operation.route)}?${others}&${more}`);
          return refusal(operation, answer, field).map(
            (one) => `${operation.route}: ${field}, ${what}: ${one}`,
          );
        });
      };
      expects('unknown', 'surprise', 'surprise=1');
      for (const { name, schema } of operation.query) {
        expects('twice', name, `${name}=1&${name}=2`);
        expects(
          'an object',
          `${name}[$ne]`,
          `${good.has(name) ? `${name}=${good.get(name)}&` : ''}${name}[$ne]=1`,
        );
        expects('a NUL', name, `${name}=a%00b`);
        for (const [what, value] of wrongFor(schema))
          if (typeof value === 'string' && value !== '')
            expects(what, name, `${name}=${encodeURIComponent(value)}`);
      }
    }
    expect(await complaints(probes)).toEqual([]);
  },
  PATIENCE_MS,
);

it(
  'an id of nothing, and what is none, are answered alike: there is nothing here',
  async () => {
    const probes = published.operations
      .filter(({ path }) => path.includes('{id}'))
      .map(
        (operation): Probe =>
          async () => {
            const body = operation.body && JSON.stringify(goodBody(operation));
            const init = body ? { body, headers: { 'content-type': 'application/json' } } : {};
            const answers = new Set<string>();
            for (const id of [crypto.randomUUID(), 'x', '__proto__', '%00', "'", 'x'.repeat(90)]) {
              const path = operation.path
                .replace('/api/v1', '')
                .replace('{id}', id)
                .replace(/{\w+}/g, () => scene.memberId);
              const answer = await ask(operation, init, path);
              answers.add(`${answer.status} ${JSON.stringify(answer.body)}`);
            }
            const [first = ''] = answers;
            return answers.size === 1 && first.startsWith('404')
              ? []
              : [`${operation.route}: ${[...answers].join(' or ')}`];
          },
      );
    expect(await complaints(probes)).toEqual([]);
  },
  PATIENCE_MS,
);
