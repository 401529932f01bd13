import { connect as connectTcp } from 'node:net';
import { type Kring, type Person, startKring } from '#server-testing';
import { headersOf, type Listener, listensAs, quiet, tryConnect } from './listener.ts';

let kring: Kring;
let sanne: Person;
const open: Listener[] = [];

beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.leave();
});
afterAll(() => kring.stop());

async function refusalOf(options: object): Promise<string | null> {
  const { listener, refusal } = await tryConnect(kring, options);
  open.push(listener);
  return refusal;
}

/** The status line that a raw HTTP request gets. */
function statusOf(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp(kring.settings.PORT, '127.0.0.1', () => {
      const lines = Object.entries({ host: 'localhost', ...headers }).map(
        ([name, value]) => `${name}: ${value}`,
      );
      socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    });
    socket.once('data', (data) => {
      resolve(data.toString().split('\r\n')[0]!);
      socket.destroy();
    });
    socket.once('error', reject);
    socket.once('close', () => resolve('closed'));
  });
}

const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

describe('the handshake', () => {
  test('lets in whoever is logged in', async () => {
    expect(await refusalOf({ extraHeaders: headersOf(sanne) })).toBeNull();
  });

  test.each([
    ['a foreign site', 'https://evil.example'],
    ['null', 'null'],
    ['a sibling host', 'http://kring.localhost'],
    ['another port', 'http://localhost:1'],
  ])('refuses a cookie that comes from %s', async (_, origin) => {
    expect(await refusalOf({ extraHeaders: { ...headersOf(sanne), origin } })).not.toBeNull();
    const headers = { ...UPGRADE, cookie: sanne.api.cookie(), origin };
    expect(await statusOf('/socket.io/?EIO=4&transport=websocket', headers)).toBe('HTTP/1.1 400 Bad Request');
  });

  test('refuses a cookie without an origin', async () => {
    expect(await refusalOf({ extraHeaders: { cookie: sanne.api.cookie() } })).not.toBeNull();
  });

  test('refuses a foreign origin even with a token', async () => {
    expect(
      await refusalOf({ extraHeaders: { origin: 'https://evil.example' }, auth: { token: tokenOf(sanne) } }),
    ).not.toBeNull();
  });

  test('takes a token as Bearer, or in the first packet', async () => {
    expect(await refusalOf({ extraHeaders: { authorization: `Bearer ${tokenOf(sanne)}` } })).toBeNull();
    expect(await refusalOf({ auth: { token: tokenOf(sanne) } })).toBeNull();
  });

  test.each([
    ['nothing', {}],
    ['an empty token', { auth: { token: '' } }],
    ['a wrong token', { auth: { token: 'x'.repeat(43) } }],
    ['a token that is an object', { auth: { token: { $ne: null } } }],
    ['a token in the address', { query: { token: 'tokens do not belong there' } }],
    ['the recovery of a connection', { auth: { pid: 'a', offset: 'b' } }],
  ])('refuses %s', async (_, options) => {
    expect(await refusalOf(options)).toBe('unauthenticated');
  });

  test('refuses a wrong cookie before anything else', async () => {
    expect(await refusalOf({ extraHeaders: { ...headersOf(sanne), cookie: 'kring=abc' } })).toBe(
      'websocket error',
    );
  });

  test('offers no polling, no client script and no other way round', async () => {
    const headers = { cookie: sanne.api.cookie(), origin: kring.origin };
    expect(await statusOf('/socket.io/?EIO=4&transport=polling', headers)).toContain(' 400 ');
    expect(await statusOf('/socket.io/?EIO=4&transport=polling', headers, 'POST')).toContain(' 400 ');
    expect(await statusOf('/socket.io/socket.io.js', headers)).not.toContain(' 200 ');
    expect(await refusalOf({ transports: ['polling'], extraHeaders: headers })).not.toBeNull();
  });

  test.each([
    '/socket.io/?transport=websocket&sid=__proto__',
    '/socket.io/?EIO=4&transport=websocket&sid=constructor',
    '/socket.io/?EIO=4&transport=__proto__',
    '/socket.io/?EIO=4&transport=webtransport',
    '/socket.io/',
  ])('refuses %s and lives', async (path) => {
    const headers = { ...UPGRADE, cookie: sanne.api.cookie(), origin: kring.origin };
    expect(await statusOf(path, headers)).not.toMatch(/ (101|200|5\d\d) /);
    expect(await statusOf(path, headers, 'POST')).not.toMatch(/ (101|200) /);
    expect((await sanne.api.get('/session')).status).toBe(200);
  });

  test('answers to plain requests run nothing and are shown in no frame', async () => {
    for (const path of ['/socket.io/', '/socket.io/?EIO=4&transport=polling', '/socket.io/?sid=<b>']) {
      const { status, headers } = await fetch(`${kring.origin}${path}`);
      expect(status).toBe(400);
      expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test.each(['3', '99', '__proto__'])('lives through version %s of the protocol', async (version) => {
    const headers = { ...UPGRADE, cookie: sanne.api.cookie(), origin: kring.origin };
    await statusOf(`/socket.io/?EIO=${version}&transport=websocket`, headers);
    expect((await sanne.api.get('/session')).status).toBe(200);
  });

  test('a socket id of somebody else opens nothing', async () => {
    const theirs = await listensAs(sanne);
    open.push(theirs);
    const sid = theirs.socket.io.engine.id;
    const path = `/socket.io/?EIO=4&transport=websocket&sid=${sid}`;
    expect(await statusOf(path, { ...UPGRADE })).not.toContain(' 101 ');
    expect(theirs.socket.connected).toBe(true);
  });

  test('one person has 20 sockets at most', async () => {
    const person = await kring.person('Many Tabs');
    for (let count = 0; count < 20; count++)
      expect(await refusalOf({ extraHeaders: headersOf(person) })).toBeNull();
    expect(await refusalOf({ extraHeaders: headersOf(person) })).toBe('too-many-requests');
    open.pop()!.leave();
    open.pop()!.leave();
    await quiet(100);
    expect(await refusalOf({ extraHeaders: headersOf(person) })).toBeNull();
  });

  test('strangers of one address can hold 50 connections at most', async () => {
    const sockets = await Promise.all(
      Array.from({ length: 60 }, () => statusOfKept('/socket.io/?EIO=4&transport=websocket')),
    );
    expect(sockets.filter(({ status }) => status.includes(' 101 ')).length).toBeLessThanOrEqual(51);
    const opened = sockets.filter(({ status }) => status.includes(' 101 ')).length;
    expect(opened).toBeGreaterThan(40);
    for (const { end } of sockets) end();
    await quiet(100);
    expect(await refusalOf({ auth: { token: tokenOf(sanne) } })).toBeNull();
  });
});

function statusOfKept(path: string): Promise<{ status: string; end(): void }> {
  return new Promise((resolve) => {
    const socket = connectTcp(kring.settings.PORT, '127.0.0.1', () =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nhost: localhost\r\n${Object.entries(UPGRADE)
          .map(([name, value]) => `${name}: ${value}\r\n`)
          .join('')}\r\n`,
      ),
    );
    socket.once('data', (data) =>
      resolve({ status: data.toString().split('\r\n')[0]!, end: () => socket.destroy() }),
    );
  });
}

const tokenOf = (person: Person): string => person.api.cookie().split('=')[1]!;
