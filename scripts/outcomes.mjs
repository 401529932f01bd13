import { relative } from 'node:path';
import { ROOT } from './project.mjs';

/*
 * What a suite comes to: `passed` is how many; `failures` names what failed, `unsteady` what failed and was good when it was tried
 * a second time.
 */
export const NOTHING = { passed: 0, failures: [], unsteady: [] };
export const failedToRun = (why) => ({ passed: 0, failures: [why], unsteady: [] });

/** What a run of Jest comes to. */
export function outcomeOf(result, config) {
  if (!result) return failedToRun(`${config}: it ended without a result`);
  const failures = result.testResults.flatMap(failuresIn);
  if (failures.length === 0 && result.code !== 0) failures.push(`${config}: Jest ended with ${result.code}`);
  return { passed: result.numPassedTests, failures, unsteady: [] };
}

/** A file that could not be loaded has no tests, and is one failure. */
function failuresIn({ name, status, assertionResults }) {
  const file = relative(ROOT, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [file] : [];
  return failed.map(({ fullName }) => `${file}: ${fullName}`);
}

/** The files to try again. */
export const failedFiles = (result) =>
  result.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);

/** Of the files that were tried again the second time counts. */
export function secondOutcome(first, second, config) {
  const [before, after] = [outcomeOf(first, config), outcomeOf(second, config)];
  const files = failedFiles(first);
  const tests = first.testResults
    .filter(({ name }) => files.includes(name))
    .flatMap((file) => file.assertionResults);
  const replaced = tests.filter(({ status }) => status === 'passed').length;
  return {
    passed: before.passed - replaced + after.passed,
    failures: after.failures,
    unsteady: before.failures.filter((name) => !after.failures.includes(name)),
  };
}
