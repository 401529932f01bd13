import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('../.swcrc', import.meta.url), 'utf8'));
// The build rewrites imports of .ts to .js; here the sources themselves are run.
swc.jsc.rewriteRelativeImportExtensions = false;

/** Tests of the image and the Compose file, on a real Docker engine. One at a time: a network that another makes disturbs browsers. */
export default {
  rootDir: '..',
  roots: ['<rootDir>/deploy'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['kring-source', 'node', 'node-addons'] },
  testTimeout: 400_000,
  maxWorkers: 1,
};
