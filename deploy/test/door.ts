import https from 'node:https';

export interface Answer {
  status: number;
  body: any;
  headers: Record<string, string | string[] | undefined>;
}

/** How somebody comes in: over HTTPS through Caddy, trusting one authority and nobody else. */
export class Door {
  cookie = '';
  private trusted: string | undefined;

  constructor(
    private readonly host: string,
    private readonly port: number,
    private readonly authority: () => Promise<string>,
  ) {}

  /** Forgets whom it trusted, as after everything was made anew. */
  trust(authority?: string): void {
    this.trusted = authority;
  }

  async must(method: string, path: string, body?: unknown): Promise<any> {
    const answer = await this.ask(method, path, body);
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** JSON, or a form with files. */
  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    this.trusted ??= await this.authority();
    const encoded =
      body === undefined ? undefined : new Response(body instanceof FormData ? body : JSON.stringify(body));
    const type = body instanceof FormData ? encoded!.headers.get('content-type') : 'application/json';
    const content = encoded && Buffer.from(await encoded.arrayBuffer());
    const { host, port } = this;
    return new Promise((resolve, reject) => {
      const headers = {
        host: `${host}:${port}`,
        origin: `https://${host}:${port}`,
        cookie: this.cookie,
        ...(content && { 'content-type': type!, 'content-length': content.length }),
      };
      const where = { host: '127.0.0.1', port, servername: host, ca: this.trusted };
      const request = https.request(
        { ...where, method, path, headers, timeout: 30_000 },
        async (response) => {
          try {
            const chunks: Buffer[] = [];
            for await (const chunk of response) chunks.push(chunk);
            const set = response.headers['set-cookie']?.map((cookie) => cookie.split(';')[0]);
            if (set) this.cookie = set.join('; ');
            const { headers: told, statusCode } = response;
            resolve({
              status: statusCode!,
              body: parsed(Buffer.concat(chunks), told['content-type']),
              headers: told,
            });
          } catch (error) {
            reject(error);
          }
        },
      );
      request.on('timeout', () => request.destroy(new Error(`${method} ${path}: no answer`)));
      request.on('error', reject);
      request.end(content);
    });
  }
}

function parsed(content: Buffer, type = ''): any {
  if (/json/.test(type)) return JSON.parse(content.toString());
  return /^text|javascript/.test(type) ? content.toString() : content;
}
