import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, startProgram } from '../../bench/processes.ts';
import { KeptProcess } from './kept-process.ts';
import { TcpProxy } from './tcp-proxy.ts';

export interface KringOrder {
  name: string;
  role: 'web' | 'worker';
  /** Where it keeps what it prints. */
  folder: string;
  env: Record<string, string>;
  database: URL;
  redis: URL;
}

/** One process of Kring, with networks of its own to the database and to Redis. */
export class KringProcess extends KeptProcess {
  readonly role: 'web' | 'worker';
  readonly port: number;
  readonly toDatabase: TcpProxy;
  readonly toRedis: TcpProxy;

  private constructor(order: KringOrder, port: number, toDatabase: TcpProxy, toRedis: TcpProxy) {
    const env = {
      ...order.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      KRING_ROLE: order.role,
      DATABASE_URL: through(toDatabase, order.database),
      REDIS_URL: through(toRedis, order.redis),
    };
    const printed = join(order.folder, `${order.name}.log`);
    super(
      order.name,
      // As scripts/start.mjs starts it.
      () => {
        const output = openSync(printed, 'a');
        const nodeOptions = ['--max-semi-space-size=8'];
        const child = startProgram('dist/apps/server/src/main.js', { env, nodeOptions, output });
        closeSync(output);
        return child;
      },
      () => answersWell(port),
    );
    this.role = order.role;
    this.port = port;
    this.toDatabase = toDatabase;
    this.toRedis = toRedis;
  }

  static async of(order: KringOrder): Promise<KringProcess> {
    const target = ({ port }: URL) => [Number(port)];
    return new KringProcess(
      order,
      await freePort(),
      await TcpProxy.to(() => target(order.database)),
      await TcpProxy.to(() => target(order.redis)),
    );
  }

  override async stop(): Promise<void> {
    await super.stop();
    await Promise.all([this.toDatabase.close(), this.toRedis.close()]);
  }
}

function through({ port }: TcpProxy, target: URL): string {
  const url = new URL(target);
  url.port = String(port);
  return url.href;
}

function answersWell(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(1_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
