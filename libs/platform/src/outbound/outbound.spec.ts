import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Settings } from '../config/settings.ts';
import { ForbiddenAddress, Outbound } from './outbound.ts';
import { isPrivateAddress } from './private-address.ts';

const outbound = (allowed = '') =>
  new Outbound(Object.assign(new Settings(), { ALLOWED_PRIVATE_HOSTS: allowed }));

describe('an address that is not public', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.1.2.3',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '2001:db8::1',
    'no address',
  ])('is %s', (address) => expect(isPrivateAddress(address)).toBe(true));

  test.each(['1.1.1.1', '93.184.216.34', '172.32.0.1', '2606:4700:4700::1111', '2a00:1450::1'])(
    'is not %s',
    (address) => expect(isPrivateAddress(address)).toBe(false),
  );
});

describe('what Kring refuses to send to', () => {
  let server: Server;
  let port: number;
  let asked = 0;
  beforeAll(async () => {
    server = createServer((_, answer) => {
      asked++;
      answer.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  test.each([
    'https://127.0.0.1:PORT/',
    'https://127.1:PORT/',
    'https://0x7f000001:PORT/',
    'https://2130706433:PORT/',
    'https://0177.0.0.1:PORT/',
    'https://[::1]:PORT/',
    'https://[::ffff:127.0.0.1]:PORT/',
    'https://localhost:PORT/',
    'https://0:PORT/',
    'https://127。0。0。1:PORT/',
    'http://127.0.0.1:PORT/',
    'http://example.com/',
    'file:///etc/passwd',
    'https://user:secret@example.com/',
    'nonsense',
  ])('%s, without a packet', async (address) => {
    const sent = async () => outbound().post(address.replace('PORT', String(port)), {}, null);
    await expect(sent()).rejects.toThrow(ForbiddenAddress);
    expect(asked).toBe(0);
  });

  test('a redirect: it is an answer like any other', async () => {
    const redirecting = createServer((_, answer) => {
      answer.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
    }).listen(0, '127.0.0.1');
    await once(redirecting, 'listening');
    const { port: here } = redirecting.address() as AddressInfo;
    const answer = await outbound('127.0.0.1').post(`http://127.0.0.1:${here}/`, {}, null);
    expect(answer.status).toBe(302);
    expect(asked).toBe(0);
    redirecting.close();
  });
});

test('reads no answer without end, and takes its status', async () => {
  const endless = createServer((_, answer) => {
    answer.writeHead(201);
    const more = () => {
      while (!answer.destroyed && answer.write(Buffer.alloc(8192)));
    };
    answer.on('drain', more);
    more();
  }).listen(0, '127.0.0.1');
  await once(endless, 'listening');
  const { port } = endless.address() as AddressInfo;
  expect(await outbound('127.0.0.1').post(`http://127.0.0.1:${port}/`, {}, Buffer.from('x'))).toEqual({
    status: 201,
    retryAfterSeconds: null,
  });
  endless.closeAllConnections();
  endless.close();
});
