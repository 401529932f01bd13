import { createIntl } from 'react-intl';
import en from '~/i18n/en.json' with { type: 'json' };
import nl from '~/i18n/nl.json' with { type: 'json' };
import { fieldTexts, problemText } from '~/i18n/problem-text';
import { offline, parseProblem } from './problem';

const refused = parseProblem(
  {
    type: 'urn:kring:problem:invalid-input',
    title: 'Invalid input',
    status: 400,
    errors: [
      { field: 'admin.password', code: 'too-short', message: 'Too short.', min: 10 },
      { field: 'admin.email', code: 'a-new-code', message: 'No.' },
    ],
  },
  400,
);

describe('a problem of the server', () => {
  it('says beside each field what is wrong, in the language of the reader', () => {
    const english = createIntl({ locale: 'en', messages: en });
    const dutch = createIntl({ locale: 'nl', messages: nl });
    expect(fieldTexts(refused, english)).toEqual({
      'admin.password': 'At least 10 characters.',
      'admin.email': 'Please check this.',
    });
    expect(fieldTexts(refused, dutch)['admin.password']).toBe('Minstens 10 tekens.');
  });

  it('has words for a code nobody knows', () => {
    const intl = createIntl({ locale: 'en', messages: en });
    expect(problemText({ code: 'never-heard-of' }, intl)).toBe(en['problem.unexpected']);
  });

  it('keeps the members beside the standard ones, such as the current post of a stale edit', () => {
    const stale = parseProblem(
      { type: 'urn:kring:problem:stale-version', status: 412, current: { id: 'p' } },
      412,
    );
    expect(stale.code).toBe('stale-version');
    expect(stale.more.current).toEqual({ id: 'p' });
  });

  it('may pass when nobody answered or the server could not, and not when it refused', () => {
    expect(offline().mayPass).toBe(true);
    expect(parseProblem(null, 503).mayPass).toBe(true);
    expect(parseProblem('<html>', 502).code).toBe('unavailable');
    expect(refused.mayPass).toBe(false);
    expect(parseProblem(null, 404).mayPass).toBe(false);
  });
});
