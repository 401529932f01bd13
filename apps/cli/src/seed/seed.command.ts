import { Command, Option } from 'commander';
import { withInstallation } from '../installation.ts';
import { SIZES, type SizeName } from './sizes.ts';

interface Choice {
  demo?: boolean;
  size?: SizeName;
  intoExisting?: boolean;
}

export function seedCommand(): Command {
  return new Command('seed')
    .description('Fill an empty Kring, to look at it or to measure it')
    .addOption(
      new Option('--demo', 'a small building company with people, projects and talk').conflicts('size'),
    )
    .addOption(new Option('--size <size>', 'made-up data: 10k, 100k or 1M posts').choices(Object.keys(SIZES)))
    .option('--into-existing', 'add the made-up data to an organisation that has people already')
    .action(async ({ demo, size, intoExisting = false }: Choice, command: Command) => {
      if (!demo && !size) return command.help({ error: true });
      // Loaded late: the other commands need not wait for all of this.
      const [{ seedDemo }, { seedSize }] = await Promise.all([
        import('../seed-demo/seed-demo.ts'),
        import('./seed-size.ts'),
      ]);
      await withInstallation((installation) =>
        size ? seedSize(installation, size, { intoExisting }) : seedDemo(installation),
      );
    });
}
