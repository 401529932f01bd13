export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One thing measured both ways. */
export interface Pair {
  subject: number;
  baseline: number;
}

/**
 * Measures subject and baseline in turns, so that what else the machine does meets both. Who begins changes with
 * each round. Answers the medians, and the median of the ratios.
 */
export async function inTurns(
  rounds: number,
  measure: { subject(): Promise<number>; baseline(): Promise<number> },
): Promise<Pair & { ratio: number }> {
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const subject = await measure.subject();
      pairs.push({ subject, baseline: await measure.baseline() });
    } else {
      const baseline = await measure.baseline();
      pairs.push({ subject: await measure.subject(), baseline });
    }
  }
  return {
    subject: median(pairs.map(({ subject }) => subject)),
    baseline: median(pairs.map(({ baseline }) => baseline)),
    ratio: median(pairs.map(({ subject, baseline }) => subject / baseline)),
  };
}
