import { connect, createServer } from 'node:net';
import { type TestDatabase, testDatabase } from '#testing';
import { StartupProblem } from '../startup-problem.ts';
import { mustReach } from './reachable.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(async () => undefined);
});
afterAll(() => database.drop());

async function saidOf(change: (url: URL) => void): Promise<string> {
  const url = new URL(database.url);
  change(url);
  const error = await mustReach(url.href, 100).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StartupProblem);
  expect((error as Error).message).not.toContain(url.password);
  return (error as StartupProblem).cause;
}

describe('a database that cannot be used', () => {
  test('one that can is taken', () => mustReach(database.url));

  test('nobody answers', async () => {
    const socket = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => socket.once('listening', done));
    const { port } = socket.address() as { port: number };
    await new Promise((done) => socket.close(done));
    expect(await saidOf((url) => (url.port = String(port)))).toContain('No database answers at');
  });

  test('a name nobody has', async () => {
    expect(await saidOf((url) => (url.hostname = 'no-such-host.invalid'))).toMatch(
      /No database answers at .*(ENOTFOUND|EAI_AGAIN)/,
    );
  });

  test('a wrong password', async () => {
    expect(await saidOf((url) => (url.password = 'not-the-password'))).toContain('wrong password or user');
  });

  test('no database of that name', async () => {
    expect(await saidOf((url) => (url.pathname = '/elsewhere'))).toContain(
      'There is no database "elsewhere"',
    );
  });

  test('one that starts a moment later is waited for', async () => {
    const upstream = new URL(database.url);
    // A port that opens after a while and passes on.
    const proxy = createServer((socket) => {
      const onward = connect(Number(upstream.port), upstream.hostname);
      socket.pipe(onward).pipe(socket);
      for (const each of [socket, onward]) each.on('error', () => undefined);
    });
    proxy.listen(0, '127.0.0.1');
    await new Promise((done) => proxy.once('listening', done));
    const { port } = proxy.address() as { port: number };
    await new Promise((done) => proxy.close(done));
    setTimeout(() => proxy.listen(port, '127.0.0.1'), 700);
    const there = new URL(database.url);
    there.port = String(port);
    await mustReach(there.href, 5_000);
    proxy.close();
  });
});
