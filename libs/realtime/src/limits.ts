const KB = 1024;

/** Largest packet a client may send; the largest it needs is a `resume` with its list of watched places. */
export const MOST_BYTES_A_PACKET = 100 * KB;
/** Bytes that wait for a slow reader before its socket is closed. It comes back and resumes. */
export const MOST_BYTES_WAITING = 1024 * KB;
/** Sockets of one person: tabs and devices, and those that the network has lost and nobody has missed yet. */
export const MOST_SOCKETS_A_USER = 20;
/** Connections of one address that have not said yet who they are. */
export const MOST_STRANGERS_AN_ADDRESS = 50;
/** Handshakes of one address with a wrong token, a minute. */
export const MOST_REFUSALS_A_MINUTE = 300;
/** Packets a client may send at once, and a second after that. */
export const PACKETS_AT_ONCE = 100;
export const PACKETS_A_SECOND = 20;
/** Events that are replayed; whoever missed more loads anew, which is quicker. */
export const MOST_REPLAYED = 2_000;
/** Places outside their communities that one socket may watch. */
export const MOST_WATCHED = 200;
/** With more sockets than this, presence is not told: it costs the square of the number. */
export const PRESENCE_UP_TO = 300;
