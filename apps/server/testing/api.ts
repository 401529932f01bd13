/** What a request was answered with. `body` is parsed JSON, or the text. */
export interface Answer<T = any> {
  status: number;
  body: T;
  headers: Headers;
}

export interface Api {
  get<T = any>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  post<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  put<T = any>(path: string, body?: unknown): Promise<Answer<T>>;
  patch<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  delete<T = any>(path: string): Promise<Answer<T>>;
  /** The cookie of the session, as a `Cookie` header. */
  cookie(): string;
  /** What this client is known by after its session, as a `Cookie` header. */
  deviceCookie(): string;
  send<T = any>(method: string, path: string, init?: RequestInit): Promise<Answer<T>>;
}

/** A browser-like client: keeps cookies and sends its origin, which may be another than the address of a process. Paths are relative to /api/v1 unless they begin with `//`. */
export function apiOf(address: string, origin = address): Api {
  let jar = '';
  let device = '';
  let written = '';
  async function send(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const url = path.startsWith('//') ? `${address}${path.slice(1)}` : `${address}/api/v1${path}`;
    const cookies = [jar, device, written].filter(Boolean).join('; ');
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      ...init,
      headers: { origin, ...(cookies && { cookie: cookies }), ...init.headers },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      if (pair.includes('-device=')) device = pair;
      else if (pair.startsWith('kring-written=')) written = pair;
      else jar = pair;
    }
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    };
  }
  const withBody =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      body === undefined
        ? send(method, path, { headers })
        : send(method, path, {
            body: JSON.stringify(body),
            headers: { 'content-type': 'application/json', ...headers },
          });
  return {
    send,
    get: (path, headers) => send('GET', path, { headers }),
    delete: (path) => send('DELETE', path),
    post: withBody('POST'),
    put: withBody('PUT'),
    patch: withBody('PATCH'),
    cookie: () => jar,
    deviceCookie: () => device,
  };
}
