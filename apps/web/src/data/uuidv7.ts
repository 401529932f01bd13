let lastMs = 0;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562) made by the client, so that a repeated request makes one post. Ids made within one
 * millisecond still sort in the order they were made: 12 bits of counter follow the time.
 */
export function uuidv7(now: number = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  if (now > lastMs) {
    lastMs = now;
    counter = ((random[8]! << 8) | random[9]!) & 0x7ff;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const variant = ((random[0]! & 0x3f) | 0x80).toString(16);
  const rest = Array.from(random.subarray(1, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const sequence = counter.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${variant}${rest.slice(0, 2)}-${rest.slice(2)}`;
}
