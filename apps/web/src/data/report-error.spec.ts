import { framesOf } from './report-error';

const origin = 'https://kring.example';

test('places are taken from our own files only, in the words of each browser', () => {
  const chrome = `TypeError: Cannot read 'geheim'
    at Row (${origin}/assets/Home-a1.js:3:14)
    at chrome-extension://abc/x.js:1:1
    at ${origin}/threads/0199-secret:1:2
    at ${origin}/assets/main-b2.js?x=1:9:8`;
  expect(framesOf(chrome, origin)).toEqual([
    { file: 'assets/Home-a1.js', line: 3, column: 14 },
    { file: 'assets/main-b2.js', line: 9, column: 8 },
  ]);
  const firefox = `Row@${origin}/assets/Home-a1.js:3:14\n@${origin}/assets/main-b2.js:9:8`;
  expect(framesOf(firefox, origin)).toHaveLength(2);
});
