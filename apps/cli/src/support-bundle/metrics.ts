import type { Settings } from '#platform';

const LONGEST_MS = 10_000;

/** Of a Kring that runs; else why there are none. */
export async function metricsOf(settings: Settings | null, server?: string): Promise<string> {
  const address = server ?? `http://127.0.0.1:${settings?.PORT ?? 3000}`;
  const token = settings?.METRICS_TOKEN;
  try {
    const answer = await fetch(new URL('/metrics', address), {
      signal: AbortSignal.timeout(LONGEST_MS),
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
    return answer.ok ? await answer.text() : `# The server answered ${answer.status}.\n`;
  } catch {
    return '# No server answered. Name one with --server.\n';
  }
}
