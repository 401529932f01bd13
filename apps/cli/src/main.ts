import { refuseOldNode } from '#node-version';

refuseOldNode();
await import('./kring.ts');
