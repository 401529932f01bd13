import { addEventHandler } from 'jest-circus';

const LIMIT_MS = 60_000;

/** The runner waits for ever: whatever hangs fails here, by name, after its own limit or a minute. */
addEventHandler(({ name }, { currentDescribeBlock }) => {
  if (name === 'add_test') limit(currentDescribeBlock.children.at(-1));
  if (name === 'add_hook') limit(currentDescribeBlock.hooks.at(-1));
});

function limit(entry) {
  const { fn, timeout: ms = LIMIT_MS } = entry;
  if (!fn) return;
  entry.fn = async () => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Not done within ${ms / 1_000} s.`)), ms);
    });
    await Promise.race([fn(), late]).finally(() => clearTimeout(timer));
  };
}
