import type { Browser } from 'playwright-core';
import type { Kring } from './kring.ts';
import type { Person } from './person.ts';

/** What a journey plays on: a fresh Kring, a browser, and whoever comes in with a browser window of their own. */
export interface Stage {
  kring: Kring;
  browser: Browser;
  /** Everybody who has a window; closed when the journey ends, and photographed when a step fails. */
  people: Person[];
}

export interface Step {
  name: string;
  run(): Promise<void>;
}

export interface Journey {
  name: string;
  /** Usually steps build on each other: after one that fails, the rest cannot be tried. Not so here. */
  stepsStandAlone?: boolean;
  steps(stage: Stage): Step[];
}

export const step = (name: string, run: () => Promise<void>): Step => ({ name, run });
