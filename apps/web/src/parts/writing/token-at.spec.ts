import { complete, tokenAt } from './token-at';

const at = (text: string) => tokenAt(text.replace('|', ''), text.indexOf('|'));

describe('what is being typed before the caret', () => {
  it('is a mention after an @ at the start of a word', () => {
    expect(at('Dag @san|')).toMatchObject({ kind: 'mention', typed: 'san', from: 4 });
    expect(at('@|')).toMatchObject({ kind: 'mention', typed: '' });
    expect(at('(@jan-willem.de|')).toMatchObject({ typed: 'jan-willem.de' });
  });

  it('is a topic after a #', () => {
    expect(at('over #bet|')).toMatchObject({ kind: 'topic', typed: 'bet' });
  });

  it('is neither inside an e-mail address, a heading or after a space', () => {
    expect(at('mail jan@waterman|')).toBeNull();
    expect(at('# Kop|')).toBeNull();
    expect(at('@sanne komt|')).toBeNull();
  });

  it('is an emoji after a colon and two letters, but no smiley and no time', () => {
    expect(at('leuk :du|')).toMatchObject({ kind: 'emoji', typed: 'du', from: 5 });
    for (const text of [':-)|', ':d|', 'om 12:30|', 'let op: ja|', 'http://x|']) expect(at(text)).toBeNull();
  });

  it('becomes what was chosen, with one space after it', () => {
    const token = at('Dag @san|')!;
    expect(complete('Dag @san', token, '@sanne')).toEqual({ text: 'Dag @sanne ', caret: 11 });
    expect(complete('Dag @san en Bram', token, '@sanne')).toEqual({ text: 'Dag @sanne en Bram', caret: 11 });
  });
});
