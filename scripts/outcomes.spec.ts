import { join } from 'node:path';
import { outcomeOf, secondOutcome } from './outcomes.mjs';
import { ROOT } from './project.mjs';

const inRoot = (file: string) => join(ROOT, file);
const a = (fullName: string, status: 'passed' | 'failed') => ({ fullName, status });
/** As Jest writes it. */
const run = (files: Record<string, ReturnType<typeof a>[]>, code = 1) => ({
  code,
  numPassedTests: Object.values(files)
    .flat()
    .filter(({ status }) => status === 'passed').length,
  testResults: Object.entries(files).map(([file, tests]) => ({
    name: inRoot(file),
    status: tests.length > 0 && tests.every(({ status }) => status === 'passed') ? 'passed' : 'failed',
    assertionResults: tests,
  })),
});

describe('what a run of specs comes to', () => {
  test('names each test that failed, and each file that could not be loaded', () => {
    const outcome = outcomeOf(
      run({ 'a.spec.ts': [a('adds', 'passed'), a('divides', 'failed')], 'b.spec.ts': [] }),
      'jest.config.mjs',
    );
    expect(outcome).toEqual({ passed: 1, failures: ['a.spec.ts: divides', 'b.spec.ts'], unsteady: [] });
  });

  test('is a failure where Jest says so and names none, or says nothing', () => {
    expect(outcomeOf(run({ 'a.spec.ts': [a('adds', 'passed')] }), 'x').failures).toEqual([
      'x: Jest ended with 1',
    ]);
    expect(outcomeOf(undefined, 'x')).toMatchObject({
      passed: 0,
      failures: ['x: it ended without a result'],
    });
  });
});

describe('what was tried a second time', () => {
  const first = run({
    'steady.spec.ts': [a('one', 'passed'), a('two', 'passed')],
    'busy.spec.ts': [a('three', 'passed'), a('four', 'failed'), a('five', 'failed')],
  });
  const again = (four: 'passed' | 'failed', five: 'passed' | 'failed', code = 1) =>
    secondOutcome(
      first,
      run({ 'busy.spec.ts': [a('three', 'passed'), a('four', four), a('five', five)] }, code),
      'x',
    );

  test('counts once, and what was good only then is told', () => {
    expect(again('passed', 'failed')).toEqual({
      passed: 4,
      failures: ['busy.spec.ts: five'],
      unsteady: ['busy.spec.ts: four'],
    });
  });

  test('is no failure any more when all of it is good', () => {
    const { passed, failures, unsteady } = again('passed', 'passed', 0);
    expect(failures).toEqual([]);
    expect({ passed, unsteady }).toEqual({
      passed: 5,
      unsteady: ['busy.spec.ts: four', 'busy.spec.ts: five'],
    });
  });
});
