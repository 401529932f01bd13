import type { Bench, Result } from '../bench.ts';
import { load, type Request } from '../http-load.ts';
import { conversationWith, freePort, startProgram, stopProgram } from '../processes.ts';
import { inTurns } from '../rounds.ts';
import type { Stand } from '../stand.ts';

const SECONDS = 5;
const MANY = 32;

/** The home feed of members of 22 communities among many posts, against the same query in a bare Fastify. */
export const feed: Bench = {
  name: 'feed',
  async run(stand: Stand): Promise<Result[]> {
    const url = await stand.filled(stand.big);
    const members = await stand.members(url, MANY);
    const server = await stand.serve(url);
    const port = await freePort();
    const bare = startProgram('bench/baselines/bare-feed.ts', { args: [String(port), url] });
    await conversationWith(bare).ask();
    const ours = members.map((member) => server.request(member, '/feeds/home'));
    const theirs = members.map(({ userId }): Request => ({ port, path: `/${userId}` }));
    for (const requests of [ours, theirs]) await load(requests, 3);
    const { subject, baseline, ratio } = await inTurns(stand.rounds, {
      subject: async () => (await load(ours, SECONDS)).rate,
      baseline: async () => (await load(theirs, SECONDS)).rate,
    });
    await stopProgram(bare);
    await server.stop();
    return [
      {
        what: `home feed, ${stand.big}, ${MANY} connections, rate`,
        subject: `${subject.toFixed(0)}/s`,
        baseline: `${baseline.toFixed(0)}/s bare Fastify + pg`,
        value: ratio,
        limit: { atLeast: 0.7 },
      },
    ];
  },
};

/** The home feed must not care how many posts there are. */
export const growth: Bench = {
  name: 'growth',
  async run(stand: Stand): Promise<Result[]> {
    const sizes = ['small', stand.big] as const;
    const measured = [];
    for (const size of sizes) {
      const url = await stand.filled(size);
      const server = await stand.serve(url);
      const requests = (await stand.members(url, MANY)).map((member) =>
        server.request(member, '/feeds/home'),
      );
      await load(requests, 3);
      // One member after the other: the page of one says little, and nobody waits for anybody.
      const p50 = async () => {
        const times = [];
        for (const request of requests) times.push((await load([request], SECONDS / MANY)).p50);
        return times.reduce((sum, time) => sum + time, 0) / times.length;
      };
      measured.push({ server, p50 });
    }
    const [few, many] = measured;
    const { subject, baseline, ratio } = await inTurns(stand.rounds, {
      subject: many!.p50,
      baseline: few!.p50,
    });
    for (const { server } of measured) await server.stop();
    return [
      {
        what: `home feed, 1 connection, p50, ${stand.big} against small`,
        subject: `${subject.toFixed(2)} ms`,
        baseline: `${baseline.toFixed(2)} ms at 10k posts`,
        value: ratio,
        limit: { atMost: 1.3 },
      },
    ];
  },
};
