/** What specs of sockets and the fault trials share. Not part of the program. */
export { type Api, KnownState, type Told, type Viewing } from './known-state.ts';
