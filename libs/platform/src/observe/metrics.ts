import { Injectable } from '@nestjs/common';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database/database.ts';
import { Consumers } from '../events/consumers.ts';
import { EventTail } from '../events/event-tail.ts';

/** The few numbers that matter, for Prometheus. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Histogram;

  constructor(database: Database, tail: EventTail, consumers: Consumers) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'kring_request_seconds',
      help: 'Time to answer, by method, route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    });
    new Gauge({
      name: 'kring_database_connections',
      help: 'Connections of this process, by state',
      labelNames: ['state'],
      registers,
      collect() {
        for (const [state, count] of Object.entries(database.load)) this.set({ state }, count);
      },
    });
    new Gauge({
      name: 'kring_log_position',
      help: 'Last number of the event log that this process delivered',
      registers,
      collect() {
        this.set(tail.position);
      },
    });
    new Gauge({
      name: 'kring_consumer_lag',
      help: 'Events that a consumer has still to do',
      labelNames: ['consumer'],
      registers,
      async collect() {
        for (const { name, lag } of await consumers.lag().catch(() => [])) this.set({ consumer: name }, lag);
      },
    });
    new Gauge({
      name: 'kring_outbox_rows',
      help: 'Events committed and not yet numbered',
      registers,
      async collect() {
        const [row] = await database.query<{ count: number }>('SELECT count(*) FROM outbox').catch(() => []);
        if (row) this.set(row.count);
      },
    });
  }

  answered(method: string, route: string, status: number, milliseconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, milliseconds / 1000);
  }

  /** A number that another lib keeps, read when Prometheus asks. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
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

  /** What another lib counts, by one label: call the answer with its value and how many more. */
  counter(name: string, help: string, label: string): (value: string, count: number) => void {
    const counter = new Counter({ name, help, labelNames: [label], registers: [this.registry] });
    return (value, count) => counter.inc({ [label]: value }, count);
  }
}
