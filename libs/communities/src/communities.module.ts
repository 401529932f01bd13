import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Consumers, EventPresenters } from '#platform';
import { Newcomers } from '#users';
import { AdmitService } from './admit.service.ts';
import { AppointOwner } from './appoint-owner.service.ts';
import { ArchiveCommunityService } from './archive-community.service.ts';
import { ChangeCommunityService } from './change-community.service.ts';
import { CommunitiesController } from './communities.controller.ts';
import { CommunitiesReader } from './communities.reader.ts';
import { CommunitiesOfPersonController } from './communities-of-person.controller.ts';
import { CommunityAccess } from './community-access.ts';
import { CommunityEventsPresenter } from './community-events.presenter.ts';
import { CreateCommunityService } from './create-community.service.ts';
import { FollowController } from './follow.controller.ts';
import { InviteService } from './invite.service.ts';
import { JoinService } from './join.service.ts';
import { LevelsController } from './levels.controller.ts';
import { MembersController } from './members.controller.ts';
import { MembersReader } from './members.reader.ts';
import { MembershipReader } from './membership.reader.ts';
import { MembershipEventsPresenter } from './membership-events.presenter.ts';
import { MentionablesReader } from './mentionables.reader.ts';
import { MilestonesController } from './milestones.controller.ts';
import { MilestonesService } from './milestones.service.ts';
import { NewcomersWelcome } from './newcomers-welcome.service.ts';
import { OverviewController } from './overview.controller.ts';
import { OverviewReader } from './overview.reader.ts';
import { PeopleToFollowController } from './people-to-follow.controller.ts';
import { PeopleToFollowReader } from './people-to-follow.reader.ts';
import { StartConversationService } from './start-conversation.service.ts';
import { StreamsKeepNames } from './streams-keep-names.consumer.ts';
import { SuggestionsReader } from './suggestions.reader.ts';
import { WithoutOwnerController } from './without-owner.controller.ts';
import { WithoutOwnerReader } from './without-owner.reader.ts';

/** Where posts live, and who is in it. Global, since the users lib below it needs `Newcomers`. */
@Global()
@Module({
  controllers: [
    // Before the routes with an id, which would take its words for one.
    OverviewController,
    WithoutOwnerController,
    CommunitiesController,
    MembersController,
    LevelsController,
    MilestonesController,
    FollowController,
    CommunitiesOfPersonController,
    PeopleToFollowController,
  ],
  providers: [
    AdmitService,
    AppointOwner,
    ArchiveCommunityService,
    ChangeCommunityService,
    CommunitiesReader,
    CommunityAccess,
    CommunityEventsPresenter,
    CreateCommunityService,
    InviteService,
    JoinService,
    MembersReader,
    MembershipEventsPresenter,
    MembershipReader,
    MentionablesReader,
    MilestonesService,
    NewcomersWelcome,
    { provide: Newcomers, useExisting: NewcomersWelcome },
    StartConversationService,
    StreamsKeepNames,
    SuggestionsReader,
    PeopleToFollowReader,
    OverviewReader,
    WithoutOwnerReader,
  ],
  exports: [CommunityAccess, MembershipReader, Newcomers],
})
export class CommunitiesModule implements OnModuleInit {
  constructor(
    private readonly presenters: EventPresenters,
    private readonly consumers: Consumers,
    private readonly communityEvents: CommunityEventsPresenter,
    private readonly membershipEvents: MembershipEventsPresenter,
    private readonly streamsKeepNames: StreamsKeepNames,
  ) {}

  onModuleInit(): void {
    this.presenters.add(this.communityEvents);
    this.presenters.add(this.membershipEvents);
    this.consumers.add(this.streamsKeepNames);
  }
}
