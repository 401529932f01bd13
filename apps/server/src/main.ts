import { refuseOldNode } from '#node-version';

refuseOldNode();
await import('./serve.ts');
