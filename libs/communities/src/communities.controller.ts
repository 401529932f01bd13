import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import {
  Answers,
  AnswersPage,
  expectedVersion,
  FromReplica,
  IdParam,
  IfMatch,
  type Page,
  TakesIfMatch,
} from '#platform';
import { ArchiveCommunityService } from './archive-community.service.ts';
import { ChangeCommunityService } from './change-community.service.ts';
import { CommunitiesReader } from './communities.reader.ts';
import { CreateCommunityService } from './create-community.service.ts';
import { ChangeCommunity } from './dto/change-community.dto.ts';
import { CommunityView, SuggestedCommunities } from './dto/community.view.ts';
import { CreateCommunity } from './dto/create-community.dto.ts';
import { ListCommunities } from './dto/list-communities.dto.ts';
import { MentionableQuery, Mentionables } from './dto/members.dto.ts';
import { MentionablesReader } from './mentionables.reader.ts';
import { StartConversationService } from './start-conversation.service.ts';
import { SuggestionsReader } from './suggestions.reader.ts';

@ApiTags('communities')
@Controller('api/v1/communities')
export class CommunitiesController {
  constructor(
    private readonly communities: CommunitiesReader,
    private readonly suggested: SuggestionsReader,
    private readonly people: MentionablesReader,
    private readonly creating: CreateCommunityService,
    private readonly conversations: StartConversationService,
    private readonly changing: ChangeCommunityService,
    private readonly archiving: ArchiveCommunityService,
  ) {}

  @Get()
  @FromReplica()
  @AnswersPage(CommunityView, { about: 'The directory, by name.' })
  list(@CurrentViewer() viewer: Viewer, @Query() query: ListCommunities): Promise<Page<CommunityView>> {
    return this.communities.list(viewer, query);
  }

  @Get('suggestions')
  @FromReplica()
  @Answers(SuggestedCommunities)
  async suggestions(@CurrentViewer() viewer: Viewer): Promise<SuggestedCommunities> {
    return { items: await this.suggested.suggestions(viewer), next: null };
  }

  @Post()
  @Answers(CommunityView, { status: 201, about: 'Two people have one conversation: it is answered again.' })
  create(@CurrentViewer() viewer: Viewer, @Body() wish: CreateCommunity): Promise<CommunityView> {
    return wish.kind === 'conversation'
      ? this.conversations.start(viewer, wish)
      : this.creating.create(viewer, wish);
  }

  @Get(':id')
  @Answers(CommunityView, { about: 'Of a private one that you are not in: its card.' })
  one(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<CommunityView> {
    return this.communities.one(viewer, id);
  }

  @Patch(':id')
  @TakesIfMatch()
  @Answers(CommunityView)
  change(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Body() wish: ChangeCommunity,
    @IfMatch() ifMatch?: string,
  ): Promise<CommunityView> {
    return this.changing.change(viewer, id, { ...wish, version: expectedVersion(wish.version, ifMatch) });
  }

  @Delete(':id')
  @Answers(undefined, { about: 'Archives it: from now on it can only be read.' })
  archive(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<void> {
    return this.archiving.archive(viewer, id);
  }

  @Post(':id/restore')
  @Answers(CommunityView)
  restore(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<CommunityView> {
    return this.archiving.restore(viewer, id);
  }

  @Get(':id/mentionables')
  @FromReplica()
  @Answers(Mentionables)
  mentionables(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Query() { q }: MentionableQuery,
  ): Promise<Mentionables> {
    return this.people.mentionables(viewer, id, q);
  }
}
