import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AdminOnly, CurrentViewer, type Viewer } from '#access';
import { Answers } from '#platform';
import { ChangeOrganisation } from './change-organisation.service.ts';
import { ChangeOrganisationRequest } from './dto/change-organisation.dto.ts';
import { OrganisationCard, OrganisationView } from './dto/organisation.view.ts';
import { OrganisationReader } from './organisation.reader.ts';

/** Whose Kring this is. Its logo is handed out by the files lib. */
@ApiTags('organisation')
@Controller('api/v1/organisation')
export class OrganisationController {
  constructor(
    private readonly organisation: OrganisationReader,
    private readonly changes: ChangeOrganisation,
  ) {}

  @Get()
  @Answers(OrganisationCard, { about: 'For everybody: log-in and invitations show it.' })
  show(): Promise<OrganisationCard> {
    return this.organisation.card();
  }

  @Patch()
  @AdminOnly()
  @Answers(OrganisationView)
  change(
    @CurrentViewer() viewer: Viewer,
    @Body() request: ChangeOrganisationRequest,
  ): Promise<OrganisationView> {
    return this.changes.change(viewer, request);
  }
}
