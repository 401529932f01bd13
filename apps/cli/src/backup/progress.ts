const EVERY_MS = 250;
const EVERY_MS_IN_A_LOG = 10_000;

/** One line that is rewritten on a terminal, and a line now and then in a log. */
export class Progress {
  private shownAt = 0;

  show(what: string, done: number): void {
    const { isTTY } = process.stderr;
    const now = Date.now();
    if (now - this.shownAt < (isTTY ? EVERY_MS : EVERY_MS_IN_A_LOG)) return;
    this.shownAt = now;
    const text = `${String(Math.round(done * 100)).padStart(3)} %  ${what}`;
    process.stderr.write(isTTY ? `\r\x1b[2K${text}` : `${text}\n`);
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
  }
}
