import { mediaTypeOf } from './media-type.ts';

test.each([
  ['%PDF-1.7', 'x.html', 'application/pdf'],
  ['PK\x03\x04rest', 'plan.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['PK\x03\x04rest', 'plan.html', 'application/zip'],
  ['<html><script>alert(1)</script>', 'x.html', 'text/plain'],
  ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">', 'x.svg', 'text/plain'],
  ['gewoon één regel\n', 'x.png', 'text/plain'],
  ['nul\0', 'x.txt', 'application/octet-stream'],
  ['MZ\x90\0', 'x.txt', 'application/octet-stream'],
  ['', 'x.txt', 'text/plain'],
])('%j, called %s, is %s', (content, name, expected) => {
  expect(mediaTypeOf(Buffer.from(content, content.includes('é') ? 'utf8' : 'latin1'), name)).toBe(expected);
});
