import { StartupProblem } from '../startup-problem.ts';
import { loadSettings } from './load-settings.ts';

const SOUND = {
  KRING_IN_CONTAINER: '1',
  KRING_ORIGIN: 'https://kring.example.nl',
  DATABASE_URL: 'postgres://kring:3f9c1b7d52e84a06@postgres/kring',
};

function complaint(environment: Record<string, string>): string {
  try {
    loadSettings(environment);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(StartupProblem);
    return (error as StartupProblem).cause;
  }
}

describe('in a container', () => {
  test('sound settings are taken', () => expect(complaint(SOUND)).toBe(''));

  test.each(['postgres', 'password', 'changeme', 'Kring123', 'secret!'])(
    'the password "%s" is refused',
    (password) => {
      const said = complaint({ ...SOUND, DATABASE_URL: `postgres://kring:${password}@postgres/kring` });
      expect(said).toContain('DATABASE_URL: its password is one that everybody knows');
      expect(said).not.toContain(`:${password}@`);
    },
  );

  test('a short or missing password, origin and address of the database are named at once', () => {
    expect(complaint({ ...SOUND, DATABASE_URL: 'postgres://kring:x7$Kq@postgres/kring' })).toContain(
      'is short',
    );
    expect(complaint({ ...SOUND, DATABASE_URL: 'postgres://kring@postgres/kring' })).toContain('is missing');
    const said = complaint({ KRING_IN_CONTAINER: '1', METRICS_TOKEN: 'changeme-changeme' });
    for (const name of ['KRING_ORIGIN', 'DATABASE_URL', 'METRICS_TOKEN']) expect(said).toContain(name);
  });

  test('on a machine of a developer none of this is asked', () => {
    expect(complaint({ DATABASE_URL: 'postgres://postgres:postgres@localhost/kring' })).toBe('');
  });
});
