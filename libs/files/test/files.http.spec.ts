import { readdir } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Answer, type Kring, type Person, startKring } from '#server-testing';
import { gif, jpeg, png, SECRETS, webp } from './samples.ts';

let kring: Kring;
let sanne: Person;
let joris: Person;
let guest: Person;

beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
  joris = await kring.person('Joris');
  guest = await kring.person('Gerda', 'guest');
});
afterAll(() => kring.stop());

function upload(who: Person, content: string | Buffer, name: string, purpose?: string): Promise<Answer> {
  const form = new FormData();
  if (purpose) form.set('purpose', purpose);
  form.set('file', new Blob([new Uint8Array(Buffer.from(content as string))]), name);
  return who.api.send('POST', '/files', { body: form });
}

async function download(who: Person, id: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${kring.origin}/api/v1/files/${id}`, {
    headers: { cookie: who.api.cookie(), ...headers },
  });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

async function stored(): Promise<string[]> {
  const all = await readdir(join(kring.settings.KRING_DATA, 'files'), {
    recursive: true,
    withFileTypes: true,
  });
  return all.filter((entry) => entry.isFile()).map(({ name }) => name);
}

const rows = async () =>
  (await kring.database.query<{ count: number }>('SELECT count(*) FROM files'))[0]!.count;

/** Nothing was kept: neither bytes nor a row. */
async function leavesNothing(act: () => Promise<unknown>): Promise<void> {
  const bytes = (await stored()).sort();
  const known = await rows();
  await act();
  for (let tries = 0; tries < 50 && (await stored()).length > bytes.length; tries++) await setTimeout(20);
  expect((await stored()).sort()).toEqual(bytes);
  expect(await rows()).toBe(known);
}

describe('an upload', () => {
  test('that is refused while it comes does not hold up what follows on the same connection', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const form = new FormData();
    form.set('purpose', 'ransom');
    form.set('file', new Blob([new Uint8Array(3_000_000)]), 'large.bin');
    const encoded = new Response(form);
    const type = encoded.headers.get('content-type')!;
    const content = Buffer.from(await encoded.arrayBuffer());
    const ask = (method: string, path: string, body?: Buffer) =>
      new Promise<number>((resolve, reject) => {
        const headers = { cookie: sanne.api.cookie(), origin: kring.origin, 'content-type': type };
        const request = httpRequest(
          `${kring.origin}${path}`,
          { method, agent, headers, timeout: 5_000 },
          (answer) => answer.resume().on('end', () => resolve(answer.statusCode!)),
        );
        request.on('timeout', () => request.destroy(new Error(`${path}: no answer`))).on('error', reject);
        request.end(body);
      });
    expect(await ask('POST', '/api/v1/files', content)).toBe(400);
    expect(await ask('GET', '/healthz')).toBe(200);
    agent.destroy();
  });

  test('comes back as it was sent, to its owner alone', async () => {
    const sent = await upload(sanne, 'Notulen van één overleg\n', 'notulen één.txt');
    expect(sent).toMatchObject({
      status: 201,
      body: { name: 'notulen één.txt', mediaType: 'text/plain', size: 26 },
    });
    expect(sent.body).toMatchObject({ width: null, height: null, url: `/api/v1/files/${sent.body.id}` });
    const { status, headers, bytes } = await download(sanne, sent.body.id);
    expect([status, bytes.toString()]).toEqual([200, 'Notulen van één overleg\n']);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="notulen __n.txt"; filename*=UTF-8''notulen%20%C3%A9%C3%A9n.txt`,
    );
    expect(headers.get('content-length')).toBe('26');
    for (const other of [joris, guest, kring.admin])
      expect((await download(other, sent.body.id)).status).toBe(404);
    const anonymous = await fetch(`${kring.origin}${sent.body.url}`);
    expect(anonymous.status).toBe(401);
  });

  test('may be large, and the purpose may follow the file', async () => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(8 * 1024 * 1024)]), 'groot.bin');
    form.set('purpose', 'attachment');
    const sent = await sanne.api.send('POST', '/files', { body: form });
    expect(sent).toMatchObject({ status: 201, body: { size: 8 * 1024 * 1024 } });
    expect((await download(sanne, sent.body.id)).bytes.length).toBe(8 * 1024 * 1024);
  });

  test('is not sent again when it is known', async () => {
    const { body } = await upload(sanne, 'zelfde', 'x.txt');
    const etag = (await download(sanne, body.id)).headers.get('etag')!;
    const again = await download(sanne, body.id, { 'if-none-match': etag });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    expect((await download(joris, body.id, { 'if-none-match': etag })).status).toBe(404);
  });

  test.each([
    ['html', '<html><script>alert(document.cookie)</script></html>', 'x.html'],
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'x.svg'],
    ['script', 'alert(1)', 'x.js'],
    ['pdf', '%PDF-1.7 ...', 'x.pdf'],
    ['html that calls itself a picture', '<html>', 'x.png'],
    ['half a picture', png(20, 20).subarray(0, 60), 'x.png'],
    ['a picture too large to show', png(30_000, 30_000, false), 'x.png'],
  ])('of %s is never run or shown by a browser', async (_, content, name) => {
    const { body } = await upload(sanne, content, name);
    const { headers } = await download(sanne, body.id);
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(headers.get('content-type')).not.toMatch(/html|svg|javascript|xml/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  test.each([
    ['image/png', png(320, 200)],
    ['image/jpeg', jpeg(320, 200)],
    ['image/webp', webp(320, 200)],
    ['image/gif', gif(320, 200)],
  ])('of %s is shown, with its size and without what the camera noted', async (mediaType, content) => {
    const { body } = await upload(sanne, content, 'foto.exe');
    expect(body).toMatchObject({ mediaType, width: 320, height: 200 });
    const { headers, bytes } = await download(sanne, body.id);
    expect([headers.get('content-type'), bytes.length]).toEqual([mediaType, body.size]);
    expect(headers.get('content-disposition')).toMatch(/^inline;/);
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    for (const secret of SECRETS) expect(bytes.toString('latin1')).not.toContain(secret);
  });
});

describe('a portrait or picture', () => {
  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['HTML', '<html>'],
    ['a PDF', '%PDF-1.7'],
    ['half a picture', png(20, 20).subarray(0, 60)],
    ['30,000 pixels a side', png(30_000, 30_000, false)],
    ['5,000 frames', gif(10, 10, 5_000)],
  ])('is not %s', async (_, content) => {
    for (const purpose of ['portrait', 'picture'])
      await leavesNothing(async () => {
        expect((await upload(sanne, content, 'x.png', purpose)).status).toBe(415);
      });
  });

  test('has at most 5 MB', async () => {
    const large = Buffer.concat([png(20, 20), Buffer.alloc(5 * 1024 * 1024)]);
    await leavesNothing(async () => {
      expect((await upload(sanne, large, 'x.png', 'portrait')).status).toBe(413);
    });
  });

  test('of a person is seen by who sees the person, while it is theirs', async () => {
    const { body } = await upload(sanne, png(64, 64), 'ik.png', 'portrait');
    expect((await download(joris, body.id)).status).toBe(404);
    await kring.database.query('UPDATE users SET portrait_id = $2 WHERE id = $1', [sanne.id, body.id]);
    const seen = await download(joris, body.id);
    expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'private, max-age=3600']);
    expect((await download(guest, body.id)).status).toBe(404);
    const shared = await sanne.creates('Gedeeld');
    await sanne.admits(guest, shared);
    expect((await download(guest, body.id)).status).toBe(200);
    await kring.database.query('UPDATE users SET portrait_id = NULL WHERE id = $1', [sanne.id]);
    expect((await download(joris, body.id)).status).toBe(404);
  });

  test('of a community is seen by who may know of it', async () => {
    const { body } = await upload(sanne, png(64, 64), 'p.png', 'picture');
    const place = await sanne.creates('Met foto', { visibility: 'private' });
    await sanne.api.patch(`/communities/${place.id}`, { pictureId: body.id });
    expect((await download(joris, body.id)).status).toBe(200);
    expect((await download(guest, body.id)).status).toBe(404);
    await sanne.api.patch(`/communities/${place.id}`, { visibility: 'secret' });
    expect((await download(joris, body.id)).status).toBe(404);
    await sanne.admits(joris, place);
    expect((await download(joris, body.id)).status).toBe(200);
  });
});

describe('an attachment', () => {
  test('is for readers of its post, until it is deleted or they may not read any more', async () => {
    const place = await sanne.creates('Besloten', { visibility: 'private' });
    await sanne.admits(joris, place);
    const { body: file } = await upload(sanne, 'vertrouwelijk', 'plan.txt');
    expect((await download(joris, file.id)).status).toBe(404);
    const thread = await sanne.starts(place, 'Zie bijlage', { fileIds: [file.id] });
    expect(thread.post.files).toEqual([file]);
    expect((await download(joris, file.id)).bytes.toString()).toBe('vertrouwelijk');
    for (const outsider of [guest, kring.admin]) expect((await download(outsider, file.id)).status).toBe(404);
    await sanne.removes(joris, place);
    expect((await download(joris, file.id)).status).toBe(404);
    expect((await sanne.api.delete(`/posts/${thread.post.id}`)).status).toBe(204);
    expect((await download(sanne, file.id)).status).toBe(404);
  });

  test('is attached once, and only by who sent it: of others’ files nothing is told', async () => {
    const place = await sanne.creates('Aanhangen');
    const { body: theirs } = await upload(joris, 'van joris', 'geheim plan.txt');
    const { body: own } = await upload(sanne, 'van sanne', 'plan.txt');
    const { body: portrait } = await upload(sanne, png(8, 8), 'ik.png', 'portrait');
    const start = (...fileIds: string[]) =>
      sanne.api.post(`/communities/${place.id}/threads`, { kind: 'update', body: 'x', fileIds });
    const thread = await sanne.starts(place, 'Begin');
    const reply = (...fileIds: string[]) =>
      sanne.api.post(`/threads/${thread.id}/posts`, { body: 'x', fileIds });
    const nobodys = await start('0196a1b0-0000-7000-8000-000000000000');
    expect(nobodys).toMatchObject({ status: 404, body: { errors: [{ field: 'fileIds' }] } });
    for (const fileIds of [[theirs.id], [own.id, theirs.id], [portrait.id]])
      for (const refused of [await start(...fileIds), await reply(...fileIds)])
        expect(refused).toMatchObject({ status: 404, body: nobodys.body });
    const answers = await Promise.all([start(own.id), start(own.id), start(own.id)]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await download(joris, own.id)).status).toBe(200);
  });
});

describe('a bad upload leaves nothing and breaks nothing', () => {
  const send = (contentType: string, body: string | Buffer) =>
    sanne.api.send('POST', '/files', {
      body: new Uint8Array(Buffer.from(body as string)),
      headers: { 'content-type': contentType },
    });
  const part = (disposition: string, content: string) =>
    `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
  const FILE = part('name="file"; filename="x.txt"', 'inhoud');
  const form = 'multipart/form-data; boundary=b';

  test.each([
    ['JSON', 'application/json', '{}'],
    ['text', 'text/plain', 'x'],
    ['no boundary', 'multipart/form-data', FILE],
    ['an empty boundary', 'multipart/form-data; boundary=', FILE],
    ['an empty body', form, ''],
    ['a form without a file', form, `${part('name="purpose"', 'attachment')}--b--`],
    ['a file under another name', form, `${part('name="photo"; filename="x"', 'x')}--b--`],
    ['an empty file', form, `${part('name="file"; filename="x"', '')}--b--`],
    ['two files', form, `${FILE}${FILE}--b--`],
    ['an unknown purpose', form, `${part('name="purpose"', 'virus')}${FILE}--b--`],
    ['a bad purpose after the file', form, `${FILE}${part('name="purpose"', '__proto__')}--b--`],
    ['an unknown field', form, `${FILE}${part('name="ownerId"', 'x')}--b--`],
    ['a field called __proto__', form, `${FILE}${part('name="__proto__"', 'x')}--b--`],
    ['a file called __proto__', form, `${part('name="__proto__"; filename="x"', 'x')}--b--`],
    ['many fields', form, `${part('name="purpose"', 'attachment').repeat(50)}${FILE}--b--`],
    ['no end', form, FILE],
    ['the middle of a header', form, FILE.slice(0, 30)],
    ['another boundary', form, FILE.replaceAll('--b', '--c')],
    ['bytes of nothing', form, Buffer.alloc(2000, 0xff)],
    [
      'a huge header',
      form,
      `--b\r\nContent-Disposition: form-data; name="${'x'.repeat(100_000)}"\r\n\r\nx\r\n--b--`,
    ],
  ])('%s', async (_, contentType, body) => {
    await leavesNothing(async () => {
      const { status } = await send(contentType, body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    });
  });

  test('two files are refused by the name of the field', async () => {
    const { status, body } = await send(form, `${FILE}${FILE}--b--`);
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ field: 'file', code: 'too-many', message: 'must be one file', max: 1 }]);
  });

  test('one that is broken off in the middle', async () => {
    await leavesNothing(async () => {
      const request = httpRequest(`${kring.origin}/api/v1/files`, {
        method: 'POST',
        headers: {
          ...{ 'content-type': form, 'content-length': '5000000', origin: kring.origin },
          cookie: sanne.api.cookie(),
        },
      });
      request.on('error', () => undefined);
      request.write(
        `--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n${'x'.repeat(400_000)}`,
      );
      await setTimeout(150);
      expect((await stored()).length).toBeGreaterThan(0);
      request.destroy();
      await setTimeout(150);
    });
    expect((await upload(sanne, 'daarna gaat het weer', 'x.txt')).status).toBe(201);
  });

  test('a hundred that are broken off half way', async () => {
    await leavesNothing(async () => {
      const breakOff = async () => {
        const request = httpRequest(`${kring.origin}/api/v1/files`, {
          method: 'POST',
          headers: {
            ...{ 'content-type': form, 'content-length': '200000', origin: kring.origin },
            cookie: sanne.api.cookie(),
          },
        });
        request.on('error', () => undefined);
        const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n';
        await new Promise((sent) => request.write(head + 'x'.repeat(100_000), sent));
        request.destroy();
      };
      for (let round = 0; round < 10; round++) await Promise.all(Array.from({ length: 10 }, breakOff));
    });
    expect((await upload(sanne, 'daarna gaat het weer', 'x.txt')).status).toBe(201);
  });

  test('one of more than 100 MB', async () => {
    await leavesNothing(async () => {
      expect((await upload(sanne, Buffer.alloc(100 * 1024 * 1024 + 1), 'x.bin')).status).toBe(413);
    });
  });

  test('a path that is no id finds nothing', async () => {
    for (const id of ['x', '..%2f..%2fkring.json', '%00', '0196a1b0-0000-7000-8000-000000000000'])
      expect((await download(sanne, id)).status).toBe(404);
  });
});
