// Jest loads this itself, without swc; Node strips the types of what it imports.
export { beginTestRun as default } from './test-run.ts';
