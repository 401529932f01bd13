import { type ComponentType, useEffect, useState } from 'react';

type Form = ComponentType<{ email: string }>;

/** Fetched when a session ends. By hand, because nothing of the page may wait for it. */
export function LogInAgainLater({ email }: { email: string }) {
  const [LogInAgain, setLogInAgain] = useState<Form | null>(null);
  useEffect(() => {
    void import('./LogInAgain').then((it) => setLogInAgain(() => it.LogInAgain));
  }, []);
  return LogInAgain && <LogInAgain email={email} />;
}
