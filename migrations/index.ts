import { EventLog1763900001000 } from './0001-event-log.ts';
import { Users1763900002000 } from './0002-users.ts';
import { Communities1763900003000 } from './0003-communities.ts';
import { Posts1763900004000 } from './0004-posts.ts';
import { Notifications1763900005000 } from './0005-notifications.ts';
import { Search1763900006000 } from './0006-search.ts';
import { CatchUp1763900010000 } from './0010-catch-up.ts';
import { FollowedTopics1763900011000 } from './0011-followed-topics.ts';
import { Push1763900015000 } from './0015-push.ts';
import { OrganisationBranding1763900016000 } from './0016-organisation-branding.ts';
import { Drafts1763900017000 } from './0017-drafts.ts';
import { WaysBackIn1763900018000 } from './0018-ways-back-in.ts';
import { KnownDevices1763900019000 } from './0019-known-devices.ts';
import { RemovedThreads1763900045000 } from './0045-removed-threads.ts';
import { PeopleAndFiles1763900046000 } from './0046-people-and-files.ts';
import { ToldOfMemberships1763900046000 } from './0046-told-of-memberships.ts';
import { ConversationsOfTwo1763900047000 } from './0047-conversations-of-two.ts';
import { Owners1763900048000 } from './0048-owners.ts';
import { Cleaning1763900049000 } from './0049-cleaning.ts';
import { Acknowledgements1763900050000 } from './0050-acknowledgements.ts';
import { FoldedWords1763900051000 } from './0051-folded-words.ts';
import { AnyLanguage1763900055000 } from './0055-any-language.ts';
import { HouseRules1763900056000 } from './0056-house-rules.ts';
import { ToldOfHouseRules1763900057000 } from './0057-told-of-house-rules.ts';
import { SchemaChanges1763900060000 } from './0060-schema-changes.ts';
import { Upkeep1763900065000 } from './0065-upkeep.ts';

/** Every change of the schema, in order. */
export const migrations = [
  EventLog1763900001000,
  Users1763900002000,
  Communities1763900003000,
  Posts1763900004000,
  Notifications1763900005000,
  Search1763900006000,
  CatchUp1763900010000,
  FollowedTopics1763900011000,
  Push1763900015000,
  OrganisationBranding1763900016000,
  Drafts1763900017000,
  WaysBackIn1763900018000,
  KnownDevices1763900019000,
  RemovedThreads1763900045000,
  ToldOfMemberships1763900046000,
  ConversationsOfTwo1763900047000,
  Owners1763900048000,
  Cleaning1763900049000,
  PeopleAndFiles1763900046000,
  Acknowledgements1763900050000,
  FoldedWords1763900051000,
  AnyLanguage1763900055000,
  HouseRules1763900056000,
  ToldOfHouseRules1763900057000,
  SchemaChanges1763900060000,
  Upkeep1763900065000,
];
