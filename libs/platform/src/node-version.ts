/** package.json brings this one; `scripts/install.mjs` looks for it. */
const OLDEST_MAJOR = 24;

/**
 * Ends a program on a Node that it was not made for. Each program asks this before it loads anything else, and
 * this file loads nothing: what is missing in an older Node shows as an error of the first module that needs it,
 * or worse, much later.
 */
export function refuseOldNode(): void {
  const refusal = refusalOf(process.versions.node);
  if (!refusal) return;
  console.error(`\n${refusal}\n`);
  process.exit(78); // EX_CONFIG of sysexits.h
}

export function refusalOf(version: string): string | null {
  if (Number.parseInt(version, 10) >= OLDEST_MAJOR) return null;
  return (
    `Kring runs on Node ${OLDEST_MAJOR} or newer; this is Node ${version}.\n` +
    'Start it with "npm start", which brings the right one, or install that Node.'
  );
}
