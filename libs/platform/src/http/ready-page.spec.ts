import { asJson, ReadyPage } from './ready-page.ts';

test('a page of ready items is written as if they had been read', () => {
  const items = [
    { id: 'a', text: 'Zei: "ja"\n\u2028' },
    { id: 'b', text: '' },
  ];
  const page = new ReadyPage(
    items.map((item) => JSON.stringify(item)),
    'verder"',
  );
  expect(JSON.parse(asJson(page))).toEqual({ items, next: 'verder"' });
});

test('an empty one is a page, and other lists stand beside it', () => {
  const page = new ReadyPage<object>([], null).with('pinned', new ReadyPage(['{"id":"c"}'], 'unused'));
  expect(JSON.parse(asJson(page))).toEqual({ items: [], next: null, pinned: [{ id: 'c' }] });
});

test('whatever else is answered is written as always', () => {
  expect(asJson({ when: new Date(0), nothing: undefined })).toBe('{"when":"1970-01-01T00:00:00.000Z"}');
});
