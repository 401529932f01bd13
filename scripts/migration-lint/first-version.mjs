/**
 * Migrations of the first version: they ran on an empty database only, or on one whose owner was told. Nothing is added
 * once that version is out.
 */
export const OF_FIRST_VERSION = new Set([
  'EventLog1763900001000',
  'Users1763900002000',
  'Communities1763900003000',
  'Posts1763900004000',
  'Notifications1763900005000',
  'Search1763900006000',
  'CatchUp1763900010000',
  'FollowedTopics1763900011000',
  'Push1763900015000',
  'OrganisationBranding1763900016000',
  'Drafts1763900017000',
  'WaysBackIn1763900018000',
  'KnownDevices1763900019000',
  'RemovedThreads1763900045000',
  'PeopleAndFiles1763900046000',
  'ToldOfMemberships1763900046000',
  'ConversationsOfTwo1763900047000',
  'Owners1763900048000',
  'Cleaning1763900049000',
]);
