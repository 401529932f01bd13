import { connect as connectTcp, type Socket } from 'node:net';
import { type Kring, type Person, startKring } from '#server-testing';
import { Connections } from '../src/connections.ts';
import { bytesWaiting } from '../src/engine-socket.ts';
import { headersOf, type Listener, listensAs, quiet } from './listener.ts';

let kring: Kring;
let owner: Person;
let place: any;
let thread: any;

beforeAll(async () => {
  kring = await startKring();
  owner = await kring.person('Olga');
  place = await owner.creates('Stroom');
  thread = await owner.starts(place, 'Stroom');
});
afterAll(() => kring.stop());

/** A client that resumes and then never reads another byte. */
function deafSocket(person: Person): Promise<Socket> {
  return new Promise((resolve) => {
    const { cookie, origin } = headersOf(person);
    const socket = connectTcp({ port: kring.settings.PORT, host: '127.0.0.1' }, () =>
      socket.write(
        `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n` +
          `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n` +
          `Cookie: ${cookie}\r\nOrigin: ${origin}\r\n\r\n`,
      ),
    );
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(masked('40'));
      socket.once('data', () => {
        socket.write(masked('420["resume"]'));
        socket.once('data', () => {
          socket.pause();
          resolve(socket);
        });
      });
    });
  });
}

function masked(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

describe('who does not read', () => {
  test('is cut off at 1 MB, while the others hear everything', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, (_, count) => kring.person(`Doof ${count}`)));
    for (const person of people) await person.joins(place);
    const deaf = (
      await Promise.all(
        people.map((person) => Promise.all(Array.from({ length: 8 }, () => deafSocket(person)))),
      )
    ).flat();
    const reader = await listensAs(owner);
    const connections = kring.app.get(Connections);
    expect(connections.size).toBe(41);
    const body = 'Veel tekst. '.repeat(1_600);
    let most = 0;
    const delays: number[] = [];
    for (let count = 0; count < 400 && connections.size > 1; count++) {
      const before = performance.now();
      const { id } = await owner.replies(thread, body);
      await reader.hears('post.replied', ({ data }) => data.post.id === id);
      delays.push(performance.now() - before);
      for (const { socket } of connections.all()) most = Math.max(most, bytesWaiting(socket.conn));
    }
    expect(connections.size).toBe(1);
    expect(reader.socket.connected).toBe(true);
    expect(most).toBeLessThan(2 * 1024 * 1024);
    expect(delays.toSorted((a, b) => a - b)[Math.floor(delays.length * 0.95)]).toBeLessThan(500);
    for (const socket of deaf) socket.destroy();
    reader.leave();
  }, 120_000);
});

describe('a replay larger than what may wait', () => {
  test('is handed over in pieces and arrives whole', async () => {
    const cursor = (await listensAs(owner)).cursor!;
    const body = 'Lange tekst. '.repeat(1_500);
    for (let count = 0; count < 120; count++) await owner.replies(thread, body);
    await quiet(500);
    const listener = await listensAs(owner, cursor);
    expect(listener.types().filter((type) => type === 'post.replied')).toHaveLength(120);
    expect(listener.socket.connected).toBe(true);
    listener.leave();
  }, 60_000);
});

describe('a server that goes away', () => {
  test('says so, spread over 20 seconds, lets nobody in, and stops in time', async () => {
    const other = await startKring();
    const person = await other.person('Vertrek');
    const listeners: Listener[] = [];
    for (let count = 0; count < 12; count++) listeners.push(await listensAs(person));
    const waits: number[] = [];
    for (const { socket } of listeners)
      socket.on('going-away', ({ reconnectAfterMs }) => waits.push(reconnectAfterMs));
    const before = performance.now();
    await other.stop();
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(waits).toHaveLength(12);
    expect(new Set(waits).size).toBeGreaterThan(8);
    // It is the only process: nobody could take them before it is back.
    for (const wait of waits) expect(wait).toBeGreaterThanOrEqual(5_000);
    for (const wait of waits) expect(wait).toBeLessThanOrEqual(20_000);
    // Not "io server disconnect", after which clients do not come back by themselves.
    for (const { ended } of listeners) expect(ended).toBe('transport close');
  });
});
