import { type Kring, type Person, startKring } from '#server-testing';
import { Commands } from '../src/commands.ts';
import { headersOf, type Listener, listensAs, quiet } from './listener.ts';

let kring: Kring;
let sanne: Person;
let witness: Listener;
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  kring = await startKring();
  sanne = await kring.person('Sanne');
  witness = await listensAs(kring.admin);
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  witness.leave();
  await kring.stop();
});
afterEach(async () => {
  // Whatever was sent: the process lives, others are not disturbed, and nothing was polluted.
  expect(await witness.resume()).toEqual({ cursor: expect.any(Number) });
  expect(({} as any).isAdmin).toBeUndefined();
  expect(unhandled).toEqual([]);
});

/** A bare WebSocket that has connected to the namespace: what it sends is sent as it is. */
async function rawSocket(
  person: Person,
): Promise<{ socket: WebSocket; heard: string[]; closed: () => boolean }> {
  const url = `${kring.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { headers: headersOf(person) } as never);
  const heard: string[] = [];
  let closed = false;
  socket.onmessage = ({ data }) => heard.push(String(data));
  socket.onclose = () => {
    closed = true;
  };
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  socket.send('40');
  for (let tries = 0; tries < 200 && !heard.some((packet) => packet.startsWith('40')); tries++)
    await quiet(10);
  return { socket, heard, closed: () => closed };
}

describe('commands', () => {
  test('are these four and no others', () => {
    expect(kring.app.get(Commands).names.toSorted()).toEqual(['resume', 'typing', 'unwatch', 'watch']);
  });

  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'user.__proto__.x',
    'event',
    'message',
    'disconnecting',
    'newListener',
    'error',
    'join',
    '',
    '💥',
    'x'.repeat(10_000),
  ])('"%.20s" is unknown', async (name) => {
    const listener = await listensAs(sanne);
    const answer = await listener.socket
      .timeout(3_000)
      .emitWithAck(name, { isAdmin: true })
      .catch(() => 'refused by the client');
    if (typeof answer === 'object') expect(answer).toMatchObject({ problem: { status: 404 } });
    listener.leave();
  });

  test.each(['watch', 'unwatch', 'typing', 'resume'])('"%s" refuses what makes no sense', async (name) => {
    const listener = await listensAs(sanne);
    const payloads: unknown[] = [
      [],
      'x',
      1,
      true,
      { communityId: null },
      { communityId: {} },
      { communityId: ['a'] },
      { threadId: "' OR 1=1" },
      { communityId: 'x'.repeat(5_000) },
      { threadId: '\u0000' },
      JSON.parse('{"__proto__":{"communityId":"x","isAdmin":true}}'),
      { watch: 'all', cursor: 'x' },
      { watch: [1] },
      { watch: Array(300).fill({}) },
    ];
    for (const payload of payloads) {
      const answer = await listener.ask(name, payload);
      const harmless = name === 'resume' && answer.cursor !== undefined;
      if (!harmless) expect(answer).toMatchObject({ problem: { status: 400 } });
    }
    listener.leave();
  });

  test('without an acknowledgement, or with several, are harmless', async () => {
    const listener = await listensAs(sanne);
    listener.socket.emit('watch', { communityId: 'x' });
    listener.socket.emit('resume');
    listener.socket.emit(
      'typing',
      () => undefined,
      () => undefined,
    );
    await quiet(100);
    expect(listener.socket.connected).toBe(true);
    listener.leave();
  });
});

describe('packets', () => {
  test.each([
    '42[["a"]]',
    '42[{"x":1}]',
    '42[]',
    '42[null]',
    '42[1]',
    '42{}',
    '42"resume"',
    '42',
    '4',
    '',
    '40/admin,',
    '40/__proto__,',
    '41',
    '43[]',
    '4399999999999999999999[]',
    '44{}',
    '45-["x",{"_placeholder":true,"num":0}]',
    '451000000-["resume"]',
    '451-["resume",{"_placeholder":true,"num":-1}]',
    '461-0[]',
    '42["disconnect"]',
    '42["connect"]',
    '3',
    '2probe',
    '5',
    '6',
    '7',
    '1',
    '99',
    'garbage',
    '42["resume",{"cursor":1e400}]',
    '420["resume",{"__proto__":{"isAdmin":true}}]',
    '42["__proto__",{}]',
    `42${'['.repeat(50_000)}`,
  ])('%.40s does no harm', async (packet) => {
    const { socket } = await rawSocket(sanne);
    socket.send(packet);
    await quiet(30);
    socket.close();
  });

  test('larger than 100 KB close the socket', async () => {
    const { socket, closed } = await rawSocket(sanne);
    socket.send(`42["resume","${'x'.repeat(200_000)}"]`);
    await quiet(300);
    expect(closed()).toBe(true);
  });

  test('that announce a million attachments and send them slowly cost no memory', async () => {
    const sockets = await Promise.all(Array.from({ length: 10 }, () => rawSocket(sanne)));
    const before = process.memoryUsage().rss;
    for (const { socket } of sockets) {
      socket.send(
        `451000000-["resume",${Array.from({ length: 50 }, (_, num) => `{"_placeholder":true,"num":${num}}`).join()}]`,
      );
      for (let count = 0; count < 40; count++)
        if (socket.readyState === 1) socket.send(new Uint8Array(5_000));
    }
    for (let wait = 0; wait < 300 && !sockets.every(({ closed }) => closed()); wait++) await quiet(10);
    expect(sockets.map(({ closed }) => closed())).not.toContain(false);
    expect(process.memoryUsage().rss - before).toBeLessThan(10 * 5 * 1024 * 1024);
  });

  test('too many of them cut the socket off', async () => {
    const { socket, closed } = await rawSocket(sanne);
    for (let count = 0; count < 150; count++) socket.send('42["typing",{}]');
    await quiet(300);
    expect(closed()).toBe(true);
  });

  test('100,000 of junk end nothing', async () => {
    const alphabet = '0123456789[]{}",:-/_abcproto\\u\n\u0000é💥';
    const junk = () =>
      `4${Math.floor(Math.random() * 7)}${Array.from({ length: Math.random() * 30 }, () => alphabet[Math.floor(Math.random() * alphabet.length)]).join('')}`;
    let sent = 0;
    let sockets = 0;
    while (sent < 100_000) {
      const raw = await rawSocket(sanne);
      sockets++;
      for (let count = 0; count < 5_000 && raw.socket.readyState === 1; count++, sent++)
        raw.socket.send(junk());
      for (let wait = 0; wait < 40 && !raw.closed(); wait++) await quiet(10);
      raw.socket.close();
    }
    expect(sockets).toBeGreaterThan(5);
  }, 120_000);
});
