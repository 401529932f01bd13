import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '#testing';
import { CopyOut } from './copy-out.ts';

const MOST = 4 * 1024 * 1024;

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await testDatabase(async () => undefined);
});

beforeEach(async () => {
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterEach(() => client.end());
afterAll(() => database.drop());

async function copied(select: string, slowly = false) {
  const copy = client.query(new CopyOut(`COPY (${select}) TO STDOUT`));
  const pieces: Buffer[] = [];
  for await (const piece of copy) {
    if (slowly) await pause(20);
    pieces.push(piece);
  }
  return { pieces, rowCount: copy.rowCount };
}

test('rows of every length come whole and in order, in pieces that are not too large, however slowly they are taken', async () => {
  const select = `SELECT n, repeat('é', n % 700) FROM generate_series(1, 30000) AS n ORDER BY n`;
  const { pieces, rowCount } = await copied(select, true);

  const expected = Array.from({ length: 30_000 }, (_, at) => `${at + 1}\t${'é'.repeat((at + 1) % 700)}\n`);
  expect(Buffer.concat(pieces).toString() === expected.join('')).toBe(true);
  expect(rowCount).toBe(30_000);
  expect(pieces.length).toBeGreaterThan(3);
  for (const { length } of pieces) expect(length).toBeLessThanOrEqual(MOST);
});

test('a row that is larger than a piece comes whole', async () => {
  const { pieces, rowCount } = await copied(`SELECT repeat('x', 10000000)`);
  expect(Buffer.concat(pieces).length).toBe(10_000_001);
  expect(rowCount).toBe(1);
});

test('nothing comes of nothing, and the connection goes on after it', async () => {
  expect(await copied('SELECT 1 WHERE false')).toEqual({ pieces: [], rowCount: 0 });
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

test('an error before the first row or after many is thrown, and the connection goes on after it', async () => {
  await expect(copied('SELECT * FROM nothing')).rejects.toThrow('does not exist');
  await expect(copied('SELECT 1 / (200000 - n) FROM generate_series(1, 200000) AS n')).rejects.toThrow(
    'division by zero',
  );
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

test('a connection that is lost is an error', async () => {
  const other = new pg.Client({ connectionString: database.url });
  other.on('error', () => undefined);
  await other.connect();
  const copy = other.query(new CopyOut('COPY (SELECT n FROM generate_series(1, 100000000) AS n) TO STDOUT'));
  await expect(
    (async () => {
      for await (const _ of copy) cut(other);
    })(),
  ).rejects.toThrow();
});

const cut = (lost: pg.Client) =>
  (lost as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
