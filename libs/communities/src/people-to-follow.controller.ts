import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers, FromReplica } from '#platform';
import { SuggestedPeople } from './dto/suggested-people.view.ts';
import { PeopleToFollowReader } from './people-to-follow.reader.ts';

@ApiTags('people')
@Controller('api/v1/users/suggestions')
export class PeopleToFollowController {
  constructor(private readonly people: PeopleToFollowReader) {}

  @Get()
  @FromReplica()
  @Answers(SuggestedPeople, { about: 'Whom you may want to follow, each with the reason.' })
  async suggestions(@CurrentViewer() viewer: Viewer): Promise<SuggestedPeople> {
    return { items: await this.people.suggestions(viewer), next: null };
  }
}
