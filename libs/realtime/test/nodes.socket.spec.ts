import { join } from 'node:path';
import pino from 'pino';
import { io } from 'socket.io-client';
import { Settings } from '#platform';
import { type Kring, type Person, startKring } from '#server-testing';
import { headersOf, Listener, quiet } from './listener.ts';

let kring: Kring;
let other: { close(): Promise<void> };
let otherPort: number;
let owner: Person;
let sanne: Person;
const open: Listener[] = [];

beforeAll(async () => {
  kring = await startKring();
  const { createServer } = await import(
    join(import.meta.dirname, '../../../apps/server/src/create-server.ts')
  );
  const settings = Object.assign(new Settings(), kring.settings, {
    KRING_ORIGIN: kring.origin,
    KRING_ROLE: 'web',
  });
  const app = await createServer(settings, pino({ level: 'error' }));
  await app.listen(0, '127.0.0.1');
  otherPort = app.getHttpServer().address().port;
  other = app;
  owner = await kring.person('Olga');
  sanne = await kring.person('Sanne');
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.leave();
});
afterAll(async () => {
  await other.close();
  await kring.stop();
});

async function listensAt(port: number, person: Person, cursor?: number): Promise<Listener> {
  const socket = io(`http://localhost:${port}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: headersOf(person),
  });
  const listener = new Listener(socket);
  open.push(listener);
  await listener.waitsFor(() => socket.connected);
  listener.cursor = cursor ?? null;
  await listener.resume();
  return listener;
}

describe('two processes', () => {
  test('tell the same, whichever took the request', async () => {
    const place = await owner.creates('Twee', { visibility: 'private' });
    await owner.admits(sanne, place);
    const thread = await owner.starts(place, 'Begin');
    await quiet(200);
    const [here, there] = [await listensAt(kring.settings.PORT, sanne), await listensAt(otherPort, sanne)];
    const delays: number[] = [];
    for (let count = 0; count < 20; count++) {
      const before = performance.now();
      const { id } = await owner.replies(thread, `${count}`);
      await there.hears('post.replied', ({ data }) => data.post.id === id);
      delays.push(performance.now() - before);
    }
    await here.waitsFor(() => here.types().filter((type) => type === 'post.replied').length === 20);
    // Numbers of the thread may be newer at one: each makes its views from what is stored when it tells.
    const replies = ({ told }: Listener) =>
      told.filter(({ type }) => type === 'post.replied').map(({ seq, data }) => ({ seq, post: data.post }));
    expect(replies(there)).toEqual(replies(here));
    expect(delays.toSorted((a, b) => a - b)[10]).toBeLessThan(300);
  });

  test('a cursor of one that is ahead is no reason to load anew at the other', async () => {
    const place = await owner.creates('Voor', { visibility: 'private' });
    await owner.starts(place, 'Net nu');
    const { headers } = await owner.api.get('/session');
    const listener = await listensAt(otherPort, owner, Number(headers.get('kring-seq')));
    expect(listener.socket.connected).toBe(true);
    expect(await listener.resume()).toEqual({ cursor: expect.any(Number) });
  });

  test.each(['removal', 'deactivation', 'the end of all sessions'])(
    '%s reaches sockets at both within two seconds',
    async (way) => {
      const person = await kring.person('Weg');
      const place = await owner.creates('Samen', { visibility: 'private' });
      await owner.admits(person, place);
      const thread = await owner.starts(place, 'Samen');
      await quiet(200);
      const sockets = [await listensAt(kring.settings.PORT, person), await listensAt(otherPort, person)];
      if (way === 'removal') await owner.removes(person, place);
      else if (way === 'deactivation') await kring.admin.api.post(`/users/${person.id}/deactivate`);
      else {
        const device = await person.onAnotherDevice();
        await device.api.delete('/sessions');
      }
      for (const socket of sockets)
        await socket.waitsFor(() => socket.ended ?? socket.types().includes('membership.ended'), 2_000);
      await owner.replies(thread, 'Erna');
      await quiet(300);
      for (const socket of sockets) expect(JSON.stringify(socket.told)).not.toContain('Erna');
    },
  );
});
