/** One sample of a scrape. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

const LINE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)",?/g;

/** Reads the text format of Prometheus, strictly: a line that is not of it is an error. */
export class Scrape {
  readonly samples: Sample[];
  /** Family → kind. */
  readonly families: Map<string, string>;

  constructor(text: string) {
    const lines = text.split('\n').filter(Boolean);
    this.families = new Map(
      lines.flatMap((line) => {
        const [, name, kind] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? [];
        return name ? [[name, kind!] as const] : [];
      }),
    );
    this.samples = lines.filter((line) => !line.startsWith('#')).map(sampleOf);
  }

  /** Names that a query may ask for: those of a histogram too. */
  get names(): Set<string> {
    return new Set(
      [...this.families].flatMap(([name, kind]) =>
        kind === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
      ),
    );
  }

  /** The sum of the samples with these labels; undefined when there is none. */
  of(name: string, labels: Record<string, string> = {}): number | undefined {
    const wanted = Object.entries(labels);
    const found = this.samples.filter(
      (sample) => sample.name === name && wanted.every(([label, value]) => sample.labels[label] === value),
    );
    return found.length > 0 ? found.reduce((sum, { value }) => sum + value, 0) : undefined;
  }
}

function sampleOf(line: string): Sample {
  const parts = LINE.exec(line);
  if (!parts) throw new Error(`not a sample: ${line}`);
  const [, name, labels = '', value] = parts;
  return {
    name: name!,
    labels: Object.fromEntries([...labels.matchAll(LABEL)].map(([, label, text]) => [label!, text!])),
    value: Number(value!.replace('Inf', 'Infinity')),
  };
}
