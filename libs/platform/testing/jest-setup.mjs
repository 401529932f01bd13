import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/*
 * Specs run in plain Node, so that frameworks and libraries are loaded once a worker and not once a file. Here Node
 * learns to read our TypeScript, with its decorators, and to take packages of Kring from their sources.
 */
const swc = JSON.parse(readFileSync(new URL('../../../.swcrc', import.meta.url), 'utf8'));
// The build rewrites imports of .ts to .js; here the sources themselves are run.
swc.jsc.rewriteRelativeImportExtensions = false;
const options = { ...swc, swcrc: false, sourceMaps: 'inline' };

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, { ...context, conditions: [...context.conditions, 'kring-source'] }),
  load(url, context, next) {
    const { protocol, pathname } = new URL(url);
    if (protocol !== 'file:' || !pathname.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url.split('?')[0]);
    const source = transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code;
    return { format: 'module', source, shortCircuit: true };
  },
});
process.setSourceMapsEnabled(true);
