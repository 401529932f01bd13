/** Something the user can put right: shown as one message, without a stack trace. */
export class Trouble extends Error {}

/** Progress goes to stderr, so that the output of a command can be redirected. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Says what is being done and, when it is done, how long it took. */
export async function step(title, work) {
  const start = performance.now();
  say(`${title}…`);
  const result = await work();
  say(`  done in ${duration(performance.now() - start)}`);
  return result;
}

export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
