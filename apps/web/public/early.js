// Runs before the first paint, so that somebody who chose dark, or more contrast, or whose organisation has an
// accent of its own, never sees a flash of something else; and asks for the words in the language that will be read,
// so that they come together with the app (app/language-choice.ts decides likewise).
// A file of its own because the content security policy allows no inline script.
(() => {
  const root = document.documentElement;
  const words = JSON.parse(document.currentScript.dataset.words ?? '{}');
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      // Storage is forbidden: the system's own preference decides.
      return null;
    }
  };
  const theme = stored('kring.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  const more = matchMedia('(prefers-contrast: more)');
  const contrast = () => {
    if (stored('kring.contrast') === 'more' || more.matches) root.dataset.contrast = 'more';
    else delete root.dataset.contrast;
  };
  contrast();
  more.addEventListener('change', contrast);

  try {
    const { contrast: of, tokens } = JSON.parse(stored('kring.accent') ?? '{}');
    if (tokens && of === (root.dataset.contrast ?? 'usual'))
      for (const [name, value] of Object.entries(tokens)) root.style.setProperty(name, value);
  } catch {
    // Only the look of the first moment.
  }

  const tags = [stored('kring.language'), ...navigator.languages].filter(Boolean);
  const read = tags.map((tag) => words[tag] ?? words[tag.split('-')[0]]).find(Boolean) ?? words.en;
  if (read) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', crossOrigin: '', href: read });
    document.head.append(link);
  }
})();
