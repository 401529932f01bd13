import server from '../jest.config.mjs';

/** Tests of the image and the Compose file, on a real Docker engine. Two at a time: containers take long to be healthy. */
const { globalSetup, globalTeardown, roots, ...rest } = server;
export default { ...rest, rootDir: '..', roots: ['<rootDir>/deploy'], testTimeout: 400_000, maxWorkers: 2 };
