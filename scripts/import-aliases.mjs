import { inProject } from './project.mjs';

/** For dependency-cruiser, in the form it understands: what "~/" means in the web client. */
export default { resolve: { alias: { '~': inProject('apps/web/src') } } };
