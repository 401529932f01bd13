import { Global, Module } from '@nestjs/common';
import { Newcomers } from '#users';
import { CommunityAccess } from './community-access.ts';
import { MembershipReader } from './membership.reader.ts';
import { NewcomersWelcome } from './newcomers-welcome.service.ts';

/** Where posts live, and who is in it. Global, since the users lib below it needs `Newcomers`. */
@Global()
@Module({
  providers: [
    CommunityAccess,
    MembershipReader,
    NewcomersWelcome,
    { provide: Newcomers, useExisting: NewcomersWelcome },
  ],
  exports: [CommunityAccess, MembershipReader, Newcomers],
})
export class CommunitiesModule {}
