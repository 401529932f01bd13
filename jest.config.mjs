import { readFileSync } from 'node:fs';

// The build rewrites imports of .ts to .js; here the sources themselves are run.
const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
swc.jsc.rewriteRelativeImportExtensions = false;

/** Server side tests: TypeScript through swc, real ES modules, one Postgres for the run (libs/platform/testing). */
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
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['kring-source', 'node', 'node-addons'] },
  globalSetup: '<rootDir>/libs/platform/testing/jest-global-setup.mjs',
  globalTeardown: '<rootDir>/libs/platform/testing/jest-global-teardown.mjs',
  testTimeout: 60_000,
  maxWorkers: 2,
};
