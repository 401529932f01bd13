import { startThreads } from '../baselines/start-threads.ts';
import type { Bench, Result } from '../bench.ts';
import { load } from '../http-load.ts';
import { inTurns } from '../rounds.ts';
import type { Stand } from '../stand.ts';

const SECONDS = 5;
const MANY = 32;
const BODY =
  'De wapening van vloer 3 is gekeurd. Storten kan donderdag om 7 uur beginnen, als het droog blijft.';

/** Starting a thread over HTTP against the same rows written by pgbench, each in a database of its own. */
export const write: Bench = {
  name: 'write',
  async run(stand: Stand): Promise<Result[]> {
    const [ours, theirs] = [
      await stand.copyOf('small', 'write_kring'),
      await stand.copyOf('small', 'write_bare'),
    ];
    const members = await stand.members(ours, MANY);
    const server = await stand.serve(ours);
    const baseline = await startThreads(theirs, stand.folder, members, BODY);
    const requests = members.map((member) =>
      server.request(member, `/communities/${member.communityId}/threads`, { kind: 'update', body: BODY }),
    );
    await load(requests, 2);
    const alone = await inTurns(stand.rounds, {
      subject: async () => (await load(requests.slice(0, 1), SECONDS)).p50,
      baseline: async () => (await baseline(1, SECONDS)).p50,
    });
    const together = await inTurns(stand.rounds, {
      subject: async () => (await load(requests, SECONDS)).rate,
      baseline: async () => (await baseline(MANY, SECONDS)).rate,
    });
    await server.stop();
    return [
      {
        what: 'start a thread, 1 connection, p50',
        subject: `${alone.subject.toFixed(2)} ms`,
        baseline: `${alone.baseline.toFixed(2)} ms bare Postgres`,
        value: alone.ratio,
        limit: { atMost: 4 },
      },
      {
        what: `start a thread, ${MANY} connections, rate`,
        subject: `${together.subject.toFixed(0)}/s`,
        baseline: `${together.baseline.toFixed(0)}/s bare Postgres`,
        value: together.ratio,
        limit: { atLeast: 0.2 },
      },
    ];
  },
};
