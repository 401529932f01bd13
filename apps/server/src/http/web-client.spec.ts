import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { sendStartPage, webClient } from './web-client.ts';

describe('the files of the web client', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kring-web-'));
  const script = 'const words = "Nieuwbouw Noord";\n'.repeat(100);
  const page = '<!doctype html><title>Kring</title>';
  let server: FastifyInstance;
  const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });

  beforeAll(async () => {
    for (const inside of ['assets', '.vite']) mkdirSync(join(folder, inside));
    const write = (path: string, content: string | Buffer) => writeFileSync(join(folder, path), content);
    write('index.html', page);
    write('assets/kring-1.js', script);
    write('assets/kring-1.js.br', brotliCompressSync(script));
    write('.vite/manifest.json', '{}');
    server = fastify();
    webClient(server, folder);
    server.setNotFoundHandler((request, reply) => void sendStartPage(request, reply, false));
    await server.ready();
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('go out as the build compressed them, to whoever takes that', async () => {
    const compressed = await get('/assets/kring-1.js', { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect(compressed.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'application/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect(brotliDecompressSync(compressed.rawPayload).toString()).toBe(script);

    const plain = await get('/assets/kring-1.js');
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.body).toBe(script);
  });

  it('are only those that a browser asks for', async () => {
    expect((await get('/.vite/manifest.json')).body).toBe(page);
  });

  it('begin with a page that has who is logged in, and at home the feed, asked for at once, where somebody may be', async () => {
    const asked = (await get('/communities', { cookie: 'kring=a-token-of-a-session' })).headers.link;
    expect(asked).toBe('</api/v1/session>; rel=preload; as=fetch; crossorigin');
    const atHome = (await get('/', { cookie: 'kring=a-token-of-a-session' })).headers.link;
    expect(String(atHome).split(', ')).toEqual([
      asked,
      '</api/v1/feeds/home?sort=activity>; rel=preload; as=fetch; crossorigin',
    ]);
    expect((await get('/communities')).headers).not.toHaveProperty('link');
  });
});
