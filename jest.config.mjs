/** Server side tests: real ES modules in plain Node, TypeScript through swc, one Postgres for the run (libs/platform/testing). */
export default {
  rootDir: '.',
  roots: [
    '<rootDir>/apps/server',
    '<rootDir>/apps/cli',
    '<rootDir>/libs',
    '<rootDir>/migrations',
    '<rootDir>/scripts',
  ],
  testMatch: ['**/*.spec.ts'],
  runner: 'jest-light-runner/child-process',
  transform: {},
  setupFiles: ['<rootDir>/libs/platform/testing/jest-setup.mjs'],
  setupFilesAfterEnv: ['<rootDir>/libs/platform/testing/jest-time-limit.mjs'],
  globalSetup: '<rootDir>/libs/platform/testing/jest-global-setup.mjs',
  globalTeardown: '<rootDir>/libs/platform/testing/jest-global-teardown.mjs',
  maxWorkers: 2,
};
