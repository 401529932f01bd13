import { Command, Option } from 'commander';
import { withInstallation } from '../installation.ts';
import { seedDemo } from '../seed-demo/seed-demo.ts';
import { seedSize } from './seed-size.ts';
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
    .action(async (choice: Choice, command: Command) => {
      const { demo, size } = choice;
      if (demo) return withInstallation(seedDemo);
      if (!size) return command.help({ error: true });
      await withInstallation((installation) => seedSize(installation, size, choice.intoExisting ?? false));
    });
}
