// Alive is not ready: a container that waits for its database must not be ended for it.
try {
  const { ok } = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`, {
    signal: AbortSignal.timeout(8_000),
  });
  process.exit(ok ? 0 : 1);
} catch {
  process.exit(1);
}
