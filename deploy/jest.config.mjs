import server from '../jest.config.mjs';

/** Tests of the image and the Compose file, on a real Docker engine. */
const { globalSetup, globalTeardown, roots, ...rest } = server;
export default { ...rest, rootDir: '..', roots: ['<rootDir>/deploy'], testTimeout: 300_000, maxWorkers: 1 };
