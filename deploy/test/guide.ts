import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ended, Surroundings } from './docker.ts';
import type { Site } from './site.ts';

const FOLDER = join(import.meta.dirname, '../../docs/admin');
const FENCE = /^```(\S*)\n([\s\S]*?)^```$/gm;
const INLINE = /`((?:docker |git |\.\/kring-)[^`]+)`/g;

/**
 * A page of docs/admin. A test does what stands there: each command of its `sh` blocks exactly and in that order, and
 * those within sentences whenever it comes to it. What it left out, `untried` names.
 */
export class Guide {
  private readonly steps: string[];
  private readonly asides: Set<string>;
  private readonly triedAsides = new Set<string>();
  private done = 0;

  constructor(readonly name: string) {
    const page = readFileSync(join(FOLDER, `${name}.md`), 'utf8');
    const blocks = [...page.matchAll(FENCE)].filter(([, language]) => language === 'sh');
    this.steps = blocks.flatMap(([, , block]) => block!.split('\n').map(withoutComment).filter(Boolean));
    this.asides = new Set([...page.replace(FENCE, '').matchAll(INLINE)].map(([, command]) => command!));
  }

  get untried(): string[] {
    return [...this.steps.slice(this.done), ...this.asides.difference(this.triedAsides)];
  }

  /** The next command of the page, or one within its sentences. */
  async try(site: Site, command: string, where?: Surroundings): Promise<Ended> {
    if (this.steps[this.done] === command) this.done++;
    else if (!this.asides.has(command))
      throw new Error(`${this.name}.md does not say "${command}" here, but "${this.steps[this.done]}".`);
    this.triedAsides.add(command);
    const [, variable] = /^([A-Z]+)=/.exec(command) ?? [];
    const ended = await site.sh(variable ? `${command}; printf %s "$${variable}"` : command, where);
    if (variable) site.env[variable] = ended.stdout;
    return ended;
  }

  async must(site: Site, command: string, where?: Surroundings): Promise<string> {
    const { code, stdout, stderr } = await this.try(site, command, where);
    if (code !== 0) throw new Error(`${command} ended with ${code}:\n${stderr}\n${stdout}`);
    return stdout;
  }
}

const withoutComment = (line: string): string => line.replace(/\s+# .*$/, '').trim();
