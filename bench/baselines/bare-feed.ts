import fastify from 'fastify';
import pg from 'pg';
import { inProject } from '../processes.ts';

/**
 * The least that answers a home feed: Fastify, the pg driver, the statement that Kring runs and its rows as JSON.
 * Nobody is authenticated. `GET /<user id>`. Arguments: port, database.
 */
const [port, url] = process.argv.slice(2);
const { HOME } = await import(inProject('dist/libs/feeds/src/index.js'));
const FIRST_PAGE = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 21];

const pool = new pg.Pool({ connectionString: url, max: 20, options: '-c jit=off' });
const server = fastify();
server.get<{ Params: { user: string } }>('/:user', async ({ params }) => {
  const { rows } = await pool.query({ ...HOME.activity, values: [params.user, false, ...FIRST_PAGE] });
  return { items: rows.slice(0, 20).map((row: { view: object }) => row.view), next: null };
});
await server.listen({ port: Number(port), host: '127.0.0.1' });
console.log('{"ready":true}');
