import fc from 'fast-check';
import { contentDisposition, fileName } from './file-name.ts';

describe('a file name', () => {
  test.each([
    ['verslag één.pdf', 'verslag één.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\sanne\\plan.docx', 'plan.docx'],
    ['evil\u202egnp.exe', 'evilgnp.exe'],
    ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie: x=1.txt'],
    ['..', 'file'],
    ['/', 'file'],
    ['  ', 'file'],
    [undefined, 'file'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(196)}.pdf`],
  ])('%j becomes %j', (given, expected) => expect(fileName(given)).toBe(expected));

  test('is handed back in a header that cannot be broken out of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const header = contentDisposition('attachment', fileName(given));
        expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.!~%-]+$/);
        expect(header.split('"')).toHaveLength(3);
        expect(decodeURIComponent(header.split("''")[1]!)).toBe(fileName(given));
      }),
    );
  });
});
