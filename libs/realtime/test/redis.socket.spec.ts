import { join } from 'node:path';
import pino from 'pino';
import { io } from 'socket.io-client';
import { Redis, Settings } from '#platform';
import { type Kring, type Person, startKring } from '#server-testing';
import { type TestRedis, testRedis } from '#testing';
import { headersOf, Listener } from './listener.ts';

let redis: TestRedis;
let kring: Kring;
let other: Awaited<ReturnType<typeof anotherProcess>>;
let anna: Person;
let bram: Person;
const open: Listener[] = [];

async function anotherProcess() {
  const path = join(import.meta.dirname, '../../../apps/server/src/create-server.ts');
  const { createServer } = await import(path);
  const settings = Object.assign(new Settings(), kring.settings, {
    KRING_ORIGIN: kring.origin,
    KRING_ROLE: 'web',
  });
  const app = await createServer(settings, pino({ level: 'silent' }));
  await app.listen(0, '127.0.0.1');
  const ready = () => app.get(Redis).isReady as boolean;
  return {
    port: app.getHttpServer().address().port as number,
    ready,
    close: () => app.close() as Promise<void>,
  };
}

beforeAll(async () => {
  redis = await testRedis();
  kring = await startKring({ settings: { REDIS_URL: redis.url, REQUESTS_PER_MINUTE: 300 } });
  other = await anotherProcess();
  anna = await kring.person('Anna');
  bram = await kring.person('Bram');
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.leave();
});
afterAll(async () => {
  await other.close();
  await kring.stop();
  await redis.kill();
});

async function listensAt(port: number, person: Person): Promise<Listener> {
  const socket = io(`http://localhost:${port}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: headersOf(person),
  });
  const listener = new Listener(socket);
  open.push(listener);
  await listener.waitsFor(() => socket.connected);
  await listener.resume();
  return listener;
}

const isThere = (listener: Listener, { id }: Person) =>
  listener.presence.findLast(({ userId }) => userId === id)?.online as boolean | undefined;

describe('two processes with Redis between them', () => {
  test('each shows who is at the other, and who left', async () => {
    const here = await listensAt(kring.settings.PORT, anna);
    const there = await listensAt(other.port, bram);
    await here.waitsFor(() => isThere(here, bram));
    await there.waitsFor(() => isThere(there, anna));
    there.leave();
    await here.waitsFor(() => isThere(here, bram) === false, 8_000);
  });

  test('somebody who is at both stays when one of the two is left', async () => {
    const watching = await listensAt(kring.settings.PORT, anna);
    const [one] = [await listensAt(kring.settings.PORT, bram), await listensAt(other.port, bram)];
    await watching.waitsFor(() => isThere(watching, bram));
    one.leave();
    await new Promise((done) => setTimeout(done, 6_000)); // longer than leaving for a moment counts
    expect(isThere(watching, bram)).toBe(true);
  });

  test('typing at one is seen at the other, only by those who have the thread open', async () => {
    const place = await anna.creates('Samen');
    await bram.joins(place);
    const thread = await anna.starts(place, 'Begin');
    const here = await listensAt(kring.settings.PORT, anna);
    const there = await listensAt(other.port, bram);
    const elsewhere = await listensAt(other.port, kring.admin);
    await here.ask('watch', { threadId: thread.id });
    await there.ask('watch', { threadId: thread.id });
    await here.ask('typing', { threadId: thread.id });
    await there.waitsFor(() => there.typing.find(({ userId }) => userId === anna.id));
    expect(here.typing).toEqual([]);
    expect(elsewhere.typing).toEqual([]);
  });

  test('a limit counts what was asked of both', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 40; count++) {
      const origin = count % 2 === 0 ? kring.origin : `http://localhost:${other.port}`;
      const { status } = await fetch(`${origin}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: kring.origin },
        body: JSON.stringify({ email: 'nobody@example.com', password: 'wrong' }),
      });
      statuses.push(status);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.at(-1)).toBe(429);
  });

  test('when Redis is killed everything goes on, and signals come back with it', async () => {
    const place = await anna.creates('Zonder');
    await bram.joins(place);
    const thread = await anna.starts(place, 'Begin');
    const there = await listensAt(other.port, bram);
    await redis.kill();
    const { id } = await anna.replies(thread, 'Zonder Redis');
    await there.hears('post.replied', ({ data }) => data.post.id === id);

    await redis.startAgain();
    const here = await listensAt(kring.settings.PORT, anna);
    await here.waitsFor(() => kring.app.get(Redis).isReady && other.ready(), 10_000);
    await here.ask('watch', { threadId: thread.id });
    await there.ask('watch', { threadId: thread.id });
    const typing = setInterval(() => void here.ask('typing', { threadId: thread.id }), 500);
    await there.waitsFor(() => there.typing.length > 0, 10_000).finally(() => clearInterval(typing));
  });
});
