import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import type { Site } from '../site/site.ts';
import type { Network, TcpProxy } from '../site/tcp-proxy.ts';

const toPeople = ({ front }: Site) => [front];
const toDatabase = ({ webs }: Site) => [webs[0].toDatabase];
const toDatabaseFromWorkers = ({ workers }: Site) => workers.map((worker) => worker.toDatabase);
const allToDatabase = ({ servers }: Site) => servers.map((server) => server.toDatabase);
const toRedis = ({ servers }: Site) => servers.map((server) => server.toRedis);

function network(
  name: string,
  what: string,
  { where, how, lasts }: { where: (site: Site) => TcpProxy[]; how: Network; lasts: number },
): Fault {
  return {
    name,
    what,
    async strike(site) {
      for (const proxy of where(site)) proxy.become(how);
      await pause(lasts);
      for (const proxy of where(site)) proxy.become('fair');
    },
  };
}

/** Bad networks: between people and Kring, Kring and Postgres, Kring and Redis. */
export const NETWORK: Fault[] = [
  network('people-cut', 'everybody is cut off for three seconds', {
    where: toPeople,
    how: 'cut',
    lasts: 3_000,
  }),
  network('people-silent', 'for six seconds nothing arrives from anybody, nor at anybody', {
    where: toPeople,
    how: 'silent',
    lasts: 6_000,
  }),
  network('people-slow', 'everything reaches people 300 ms later', {
    where: toPeople,
    how: { lateBy: 300 },
    lasts: 5_000,
  }),
  network('people-half-closed', 'connections close at people’s side only', {
    where: toPeople,
    how: 'half-closed',
    lasts: 4_000,
  }),
  network('answers-lost', 'for three seconds each answer is lost on the way', {
    where: toPeople,
    how: 'answers-lost',
    lasts: 3_000,
  }),
  network('database-cut', 'a web process is cut off from Postgres for four seconds', {
    where: toDatabase,
    how: 'cut',
    lasts: 4_000,
  }),
  network('database-silent', 'between a web process and Postgres nothing arrives for ten seconds', {
    where: toDatabase,
    how: 'silent',
    lasts: 10_000,
  }),
  network(
    'database-forgotten',
    'the network forgets the connections of a web process to Postgres, without a word to either',
    { where: toDatabase, how: 'forgotten', lasts: 0 },
  ),
  network('database-half-closed', 'connections to Postgres close at the side of a web process only', {
    where: toDatabase,
    how: 'half-closed',
    lasts: 5_000,
  }),
  network('database-slow', 'everything to and from Postgres comes 50 ms later', {
    where: allToDatabase,
    how: { lateBy: 50 },
    lasts: 5_000,
  }),
  network('workers-database-silent', 'between the workers and Postgres nothing arrives for seven seconds', {
    where: toDatabaseFromWorkers,
    how: 'silent',
    lasts: 7_000,
  }),
  network('redis-cut', 'everybody is cut off from Redis for three seconds', {
    where: toRedis,
    how: 'cut',
    lasts: 3_000,
  }),
  network('redis-silent', 'to and from Redis nothing arrives for six seconds', {
    where: toRedis,
    how: 'silent',
    lasts: 6_000,
  }),
];
