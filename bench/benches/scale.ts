import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Bench, Result } from '../bench.ts';
import { load, type Request } from '../http-load.ts';
import type { KringServer } from '../kring-server.ts';
import { inTurns } from '../rounds.ts';
import type { Stand } from '../stand.ts';

const SECONDS = 5;
const MANY = 16;
/** As `/proc` counts. */
const TICKS_A_SECOND = 100;
/** A processor that is busier than this has nothing left to give. */
const FULL = 0.9;

/** Feeds read from one web process, and from two by the same people. Says what is at its limit. */
export const scale: Bench = {
  name: 'scale',
  async run(stand: Stand): Promise<Result[]> {
    const url = await stand.filled('small');
    const members = await stand.members(url, MANY);
    const role = { KRING_ROLE: 'web' };
    const servers = [await stand.serve(url, role), await stand.serve(url, role)] as const;
    const started = servers.map(({ readyAfterMs }) => readyAfterMs / 1_000);
    const from = (...those: KringServer[]): Request[] =>
      members.map((member, at) => those[at % those.length]!.request(member, '/feeds/home'));
    const [one, two] = [from(servers[0]), from(...servers)];
    for (const requests of [one, two]) await load(requests, 3);
    const used: string[] = [];
    const { subject, baseline, ratio } = await inTurns(stand.rounds, {
      subject: () => watched(servers, two, used),
      baseline: () => watched(servers, one, used),
    });
    for (const server of servers) await server.stop();
    console.error(used.join('\n'));
    return [
      {
        what: `home feeds of two web processes, ${MANY} connections, rate`,
        subject: `${subject.toFixed(0)}/s`,
        baseline: `${baseline.toFixed(0)}/s of one`,
        value: ratio,
        limit: { atLeast: 1.5 },
      },
      {
        what: 'start of a web process, until ready',
        subject: `${Math.max(...started).toFixed(1)} s`,
        baseline: '',
        value: Math.max(...started),
        limit: { atMost: 5 },
        unit: 's',
      },
    ];
  },
};

/** Notes what each program took of the processors meanwhile, and whether anything was left. */
async function watched(
  servers: readonly KringServer[],
  requests: Request[],
  used: string[],
): Promise<number> {
  const before = { servers: servers.map(secondsOf), self: process.cpuUsage(), all: busySeconds() };
  const began = performance.now();
  const { rate } = await load(requests, SECONDS);
  const took = (performance.now() - began) / 1_000;
  const share = (seconds: number) => `${Math.round((seconds / took) * 100)} %`;
  const own = process.cpuUsage(before.self);
  const theirs = servers.map((server, at) => secondsOf(server) - before.servers[at]!);
  const generator = (own.user + own.system) / 1e6;
  const busy = busySeconds() - before.all;
  const rest = busy - generator - theirs.reduce((sum, seconds) => sum + seconds, 0);
  const cores = availableParallelism();
  const limit =
    busy / took > FULL * cores
      ? `all ${cores} processors are busy: more processes cannot serve more on this machine`
      : 'processors had time left: Postgres or the network limits';
  used.push(
    `${rate.toFixed(0)}/s: web ${theirs.map(share).join(' + ')}, generator ${share(generator)}, Postgres and others ${share(rest)} of one processor; ${limit}`,
  );
  return rate;
}

/** What a process used of the processors since it started. */
function secondsOf({ process: { pid } }: KringServer): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** What all programs together used, without waiting and idling. */
function busySeconds(): number {
  const [user, nice, system, , , irq, softirq] = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]!
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user! + nice! + system! + irq! + softirq!) / TICKS_A_SECOND;
}
