import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Refusal } from '../refusal.ts';

/** Asks for a new password at the terminal, without showing it, until it was typed the same way twice. */
export async function askTwice(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new Refusal('There is no terminal to ask for the password: use --password-file.');
  for (;;) {
    const password = await askHidden(`${question}: `);
    if (password === (await askHidden('Once more: '))) return password;
    console.error('These were not the same.');
  }
}

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  terminal.on('SIGINT', () => process.exit(130));
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
