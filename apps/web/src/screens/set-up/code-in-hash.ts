/** Start-up prints `/setup#code=…`: after the hash, so that no server log ever holds the code. */
export function codeInHash(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/u, '')).get('code') ?? '';
}
