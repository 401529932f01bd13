import 'reflect-metadata';
import { StartupProblem } from '#platform';
import { start } from './start.ts';

/** Exit code of a start that an administrator has to help: EX_CONFIG of sysexits.h. */
const NEEDS_HELP = 78;

process.on('unhandledRejection', (reason) => {
  console.error('Unhandled:', reason);
});

try {
  await start();
} catch (error) {
  if (!(error instanceof StartupProblem)) throw error;
  console.error(`\nKring cannot start.\n${error.cause}\n${error.remedy}\n`);
  process.exit(NEEDS_HELP);
}
