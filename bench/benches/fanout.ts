import type { Bench, Result } from '../bench.ts';
import { conversationWith, freePort, startProgram, stopProgram } from '../processes.ts';
import { inTurns, median } from '../rounds.ts';
import { query, type Stand } from '../stand.ts';

const SOCKETS = 1_000;
const PEOPLE = 150;
const TELLINGS = 10;

/** From the request that posts until the last of a thousand sockets has the event, against bare socket.io. */
export const fanout: Bench = {
  name: 'fanout',
  async run(stand: Stand): Promise<Result[]> {
    const url = await stand.copyOf('small', 'fanout');
    const members = await stand.members(url, PEOPLE);
    const { rows } = await query(url, `SELECT id FROM communities WHERE kind = 'company'`);
    const server = await stand.serve(url);
    const request = server.request(members[0]!, `/communities/${rows[0].id}/threads`, {
      kind: 'update',
      body: 'Vrijdag om vier uur is er taart: de brug is opgeleverd.',
    });
    const tokens = Array.from({ length: SOCKETS }, (_, n) => members[n % members.length]!.token);

    const [ours, theirs] = [startProgram('bench/sockets.ts'), startProgram('bench/sockets.ts')];
    const [hearKring, hearBare] = [conversationWith(ours), conversationWith(theirs)];
    await hearKring.ask({ open: { port: server.port, tokens } });
    const { event } = await hearKring.ask({ tell: request });

    const port = await freePort();
    const bare = startProgram('bench/baselines/bare-broadcast.ts', { args: [String(port)] });
    await conversationWith(bare).ask(event);
    await hearBare.ask({ open: { port, tokens } });

    const timesOf = async (hear: typeof hearKring, tell: object) => {
      const times: number[] = [];
      for (let n = 0; n < TELLINGS; n++) times.push((await hear.ask({ tell })).ms);
      return median(times);
    };
    const bareRequest = { port, path: '/', method: 'POST' };
    for (const [hear, what] of [
      [hearKring, request],
      [hearBare, bareRequest],
    ] as const)
      await timesOf(hear, what);
    const { subject, baseline, ratio } = await inTurns(stand.rounds, {
      subject: () => timesOf(hearKring, request),
      baseline: () => timesOf(hearBare, bareRequest),
    });
    for (const program of [ours, theirs, bare]) await stopProgram(program);
    await server.stop();
    return [
      {
        what: `post → last of ${SOCKETS} sockets, p50`,
        subject: `${subject.toFixed(1)} ms`,
        baseline: `${baseline.toFixed(1)} ms bare socket.io`,
        value: ratio,
        limit: { atMost: 2 },
      },
    ];
  },
};
