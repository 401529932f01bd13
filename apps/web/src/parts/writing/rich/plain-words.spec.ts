import { describe, expect, it } from '@jest/globals';
import { plainWords } from './plain-words';

describe('The plain words of Markdown', () => {
  it('are what one reads, each block on a line of its own', () => {
    expect(
      plainWords('# Kop\n\n**Vet** en [een link](https://a.example/)\nverder\n\n- [ ] bellen\n- `code`'),
    ).toBe('Kop\nVet en een link\nverder\nbellen\ncode');
  });

  it('leave alone what only looks like signs', () => {
    expect(plainWords('2 * 3, @sanne, #beton, <b>niet</b>')).toBe('2 * 3, @sanne, #beton, <b>niet</b>');
  });
});
