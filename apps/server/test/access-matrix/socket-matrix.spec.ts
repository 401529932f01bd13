import { io, type Socket } from 'socket.io-client';
import { Commands } from '#realtime';
import { type Kring, startKring } from '#server-testing';
import { PLACES, ROLES, type Role, RULES, type RuleName } from './rules.ts';
import { type Cast, castOf, type Scene, sceneOf } from './scene.ts';

/** Who may say what over a socket. A command that is missing here fails the build. */
const TABLE: Record<string, Array<{ rule: RuleName; payload: (scene: Scene) => object }>> = {
  resume: [
    { rule: 'anyone', payload: () => ({}) },
    // A place that may not be read is left out of the answer, not refused.
    { rule: 'anyone', payload: ({ threadId }) => ({ watch: [{ threadId }] }) },
  ],
  watch: [
    { rule: 'reader', payload: ({ communityId }) => ({ communityId }) },
    { rule: 'reader', payload: ({ threadId }) => ({ threadId }) },
  ],
  unwatch: [{ rule: 'anyone', payload: ({ threadId }) => ({ threadId }) }],
  typing: [{ rule: 'reader', payload: ({ threadId }) => ({ threadId }) }],
};

describe('every socket command, for everybody, in every kind of community', () => {
  let kring: Kring;
  let cast: Cast;

  beforeAll(async () => {
    kring = await startKring();
    cast = await castOf(kring);
  });
  afterAll(() => kring.stop());

  async function statusOf(role: Role, command: string, payload: object): Promise<number> {
    const cookie = cast.people.get(role)?.api.cookie();
    const socket: Socket = io(kring.origin, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { origin: kring.origin, ...(cookie && { cookie }) },
    });
    try {
      const connected = await new Promise<boolean>((resolve) => {
        socket.once('connect', () => resolve(true));
        socket.once('connect_error', () => resolve(false));
      });
      if (!connected) return 401;
      // Who types has come and watches; what may not be watched may not be typed in.
      if (command === 'typing') await socket.timeout(5_000).emitWithAck('resume', { watch: [payload] });
      const answer = await socket.timeout(5_000).emitWithAck(command, payload);
      return answer.problem?.status ?? 200;
    } finally {
      socket.disconnect();
    }
  }

  it('has a line in the table', () => {
    expect(Object.keys(TABLE).sort()).toEqual(kring.app.get(Commands).names.sort());
  });

  it.each(Object.entries(TABLE))('%s answers as the table says', async (command, expectations) => {
    const wrong: string[] = [];
    for (const { rule, payload } of expectations)
      for (const place of PLACES) {
        const scene = await sceneOf(kring, cast, place);
        for (const role of ROLES) {
          const status = await statusOf(role, command, payload(scene));
          const expected = RULES[rule](role, place);
          if (status !== (expected === 'allowed' ? 200 : expected))
            wrong.push(`${role} in ${place} with ${Object.keys(payload(scene))}: ${status}, not ${expected}`);
        }
      }
    expect(wrong).toEqual([]);
  });
});
