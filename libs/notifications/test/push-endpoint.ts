import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: IncomingHttpHeaders;
  message: any;
}

/** A browser and its push service in one: keys of its own, and a server that decrypts what arrives (RFC 8188, 8291). */
export class PushEndpoint {
  readonly received: Received[] = [];
  /** How it answers, one status a message; 201 when there is none left. */
  readonly answers: number[] = [];
  private readonly pair = createECDH('prime256v1');
  private readonly secret = randomBytes(16);
  private server: Server | null = null;
  url = '';

  static async open(): Promise<PushEndpoint> {
    const endpoint = new PushEndpoint();
    endpoint.pair.generateKeys();
    const server = createServer(async (request, answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      endpoint.received.push({ headers: request.headers, message: endpoint.decrypt(Buffer.concat(chunks)) });
      answer.writeHead(endpoint.answers.shift() ?? 201, { 'retry-after': '0' }).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    endpoint.server = server;
    endpoint.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/push/${randomBytes(8).toString('hex')}`;
    return endpoint;
  }

  get subscription() {
    return {
      endpoint: this.url,
      keys: { p256dh: this.pair.getPublicKey('base64url'), auth: this.secret.toString('base64url') },
    };
  }

  get messages(): any[] {
    return this.received.map(({ message }) => message);
  }

  close(): void {
    this.server?.close();
  }

  private decrypt(body: Buffer): unknown {
    const salt = body.subarray(0, 16);
    const keyLength = body[20]!;
    const theirs = body.subarray(21, 21 + keyLength);
    const sealed = body.subarray(21 + keyLength);
    const shared = this.pair.computeSecret(theirs);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.pair.getPublicKey(), theirs]);
    const input = Buffer.from(hkdfSync('sha256', shared, this.secret, info, 32));
    const key = Buffer.from(hkdfSync('sha256', input, salt, 'Content-Encoding: aes128gcm\0', 16));
    const nonce = Buffer.from(hkdfSync('sha256', input, salt, 'Content-Encoding: nonce\0', 12));
    const opened = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([opened.update(sealed.subarray(0, -16)), opened.final()]);
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString('utf8'));
  }
}

/** What a push service checks: the signature of `Authorization: vapid t=…, k=…` by the key that was subscribed with. */
export function vapidClaims(authorization: string, publicKey: string): any {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? [];
  if (key !== publicKey) throw new Error('signed by another key');
  const [head, claims, signature] = token.split('.') as [string, string, string];
  const point = Buffer.from(publicKey, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const good = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!good) throw new Error('a wrong signature');
  return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
}
