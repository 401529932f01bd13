import { EVENT_COLUMNS, type Statement } from '#platform';

/** The condition of the index events_for_all_employees, to the letter. */
const MAY_CONCERN_EMPLOYEES = `type IN ('user.joined', 'user.changed', 'user.deactivated', 'user.reactivated',
       'organisation.changed', 'house-rules.changed', 'community.created', 'community.changed',
       'community.hidden')`;

/**
 * What one person may have missed: user $1, in the communities $2, between $3 and $4, of each source $5 at most.
 * $6: is no guest. Each source is a range of one index: events_by_community, events_by_user,
 * events_for_all_employees.
 */
export const MISSED_EVENTS = {
  name: 'realtime.missed-events',
  text: `
    SELECT theirs.* FROM unnest($2::uuid[]) AS community (id) CROSS JOIN LATERAL (
      SELECT ${EVENT_COLUMNS} FROM events
      WHERE events.community_id = community.id AND seq > $3 AND seq <= $4 ORDER BY seq LIMIT $5) AS theirs
    UNION
    (SELECT ${EVENT_COLUMNS} FROM events
     WHERE user_id = $1 AND seq > $3 AND seq <= $4 ORDER BY seq LIMIT $5)
    UNION
    (SELECT ${EVENT_COLUMNS} FROM events
     WHERE $6 AND ${MAY_CONCERN_EMPLOYEES} AND seq > $3 AND seq <= $4 ORDER BY seq LIMIT $5)
    ORDER BY seq`,
} satisfies Statement;

export const LOG_ENDS = {
  name: 'realtime.log-ends',
  text: 'SELECT head, floor FROM event_log',
} satisfies Statement;
