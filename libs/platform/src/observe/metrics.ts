import { Injectable } from '@nestjs/common';
import { Counter, collectDefaultMetrics, Gauge, Histogram, type Metric, Registry } from 'prom-client';
import { KRING_VERSION } from '../version.ts';

/** From what nobody notices to where people press the button again. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Anything else that a client can send is one value, so that nobody fills a label. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Takes one measurement. */
export type Observer = (milliseconds: number) => void;

/** Something that has to be asked for before the numbers are read. It never throws: what it cannot know it leaves out. */
type Reading = () => Promise<void>;

/**
 * The few numbers that matter, for Prometheus. Names end in their unit; labels have few values, all of them from the
 * code. docs/admin/monitor.md lists them.
 */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly readings: Reading[] = [];
  private readonly durations = this.histograms('kring_http_request_duration_seconds', 'Time to answer', [
    'method',
    'route',
  ]);
  private readonly requests = this.counters('kring_http_requests_total', 'Requests answered', [
    'method',
    'route',
    'status',
  ]);
  private readonly problems = this.counter(
    'kring_problems_total',
    'Requests answered with a problem, by its type',
    'type',
  );

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.gaugeToSet('kring_build_info', 'Always 1: what is running', ['version', 'node']).set(
      { version: KRING_VERSION, node: process.version.slice(1) },
      1,
    );
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything, in the text format of Prometheus. */
  async scrape(): Promise<string> {
    await Promise.all(this.readings.map((read) => read()));
    return this.registry.metrics();
  }

  /** @param route the pattern that matched, never the address */
  answered(method: string, route: string, status: number, milliseconds: number, problem?: string): void {
    const labels = { method: METHODS.has(method) ? method : 'other', route };
    this.durations.observe(labels, milliseconds / 1000);
    this.requests.inc({ ...labels, status: String(status) });
    if (problem) this.problems(problem, 1);
  }

  /** Runs `reading` before every scrape; it sets gauges. */
  beforeScrape(reading: Reading): void {
    this.readings.push(reading);
  }

  /** A number that is read when Prometheus asks. */
  gauge(name: string, help: string, read: () => number): void {
    const { registry } = this;
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  }

  /** The same for several things of a kind, told apart by one label. */
  gauges(
    name: string,
    help: string,
    label: string,
    read: () => Array<[value: string, number: number]>,
  ): void {
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect() {
        for (const [value, number] of read()) this.set({ [label]: value }, number);
      },
    });
  }

  /** For a `beforeScrape`. Without labels it begins at 0; `reset` it when the number is not known. */
  gaugeToSet(name: string, help: string, labelNames: string[] = []): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }

  /** What is counted, by one label: call the answer with its value and how many more. */
  counter(name: string, help: string, label: string): (value: string, count: number) => void {
    const counter = this.counters(name, help, [label]);
    return (value, count) => counter.inc({ [label]: value }, count);
  }

  /** How long something takes. */
  histogram(name: string, help: string): Observer {
    const histogram = this.histograms(name, help, []);
    return (milliseconds) => histogram.observe(milliseconds / 1000);
  }

  /** One that was made before this was there. */
  adopt(metric: Metric): void {
    this.registry.registerMetric(metric);
  }

  private histograms(name: string, help: string, labelNames: string[]): Histogram {
    return new Histogram({ name, help, labelNames, buckets: SECONDS, registers: [this.registry] });
  }

  private counters(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }
}
