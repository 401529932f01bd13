import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AdminOnly, CurrentViewer, type Viewer } from '#access';
import { Answers, AnswersPage, FromReplica, IdParam, type Page, PageQuery } from '#platform';
import { ChangePassword } from './change-password.service.ts';
import { ChangeRole } from './change-role.service.ts';
import { Deactivate } from './deactivate.service.ts';
import { CurrentDevice, type Device } from './device.ts';
import { DirectoryReader } from './directory.reader.ts';
import { ChangePasswordRequest } from './dto/change-password.dto.ts';
import { ChangeRoleRequest } from './dto/change-role.dto.ts';
import { DeactivatedView } from './dto/deactivated.view.ts';
import { ChartPersonView, PeopleFiltersView } from './dto/directory.view.ts';
import { EditProfileRequest } from './dto/edit-profile.dto.ts';
import { UserView } from './dto/user.view.ts';
import { UsersQuery } from './dto/users-query.dto.ts';
import { EditProfile } from './edit-profile.service.ts';
import { UsersReader } from './users.reader.ts';

@ApiTags('users')
@Controller('api/v1/users')
export class UsersController {
  constructor(
    private readonly users: UsersReader,
    private readonly directory: DirectoryReader,
    private readonly editProfile: EditProfile,
    private readonly changePassword: ChangePassword,
    private readonly changeRole: ChangeRole,
    private readonly deactivate: Deactivate,
  ) {}

  @Get()
  @FromReplica()
  @AnswersPage(UserView, { about: 'By name. Guests see those with whom they share a community.' })
  list(@CurrentViewer() viewer: Viewer, @Query() query: UsersQuery): Promise<Page<UserView>> {
    return this.users.list(viewer, query);
  }

  @Get('chart')
  @FromReplica()
  @AnswersPage(ChartPersonView, { about: 'Whom nobody leads and who lead others, by name; not for guests.' })
  chart(@CurrentViewer() viewer: Viewer, @Query() query: PageQuery): Promise<Page<ChartPersonView>> {
    return this.directory.tops(viewer, query);
  }

  @Get('filters')
  @FromReplica()
  @Answers(PeopleFiltersView, { about: 'What the people you may see can be narrowed down to.' })
  filters(@CurrentViewer() viewer: Viewer): Promise<PeopleFiltersView> {
    return this.directory.filters(viewer);
  }

  @Get(':id')
  @FromReplica()
  @Answers(UserView)
  show(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<UserView> {
    return this.users.one(viewer, id);
  }

  @Get(':id/reports')
  @FromReplica()
  @AnswersPage(ChartPersonView, { about: 'Whom they lead, by name: one level.' })
  reports(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<ChartPersonView>> {
    return this.directory.reports(viewer, id, query);
  }

  @Patch('me')
  @Answers(UserView)
  edit(@CurrentViewer() viewer: Viewer, @Body() request: EditProfileRequest): Promise<UserView> {
    return this.editProfile.edit(viewer, request);
  }

  @Put('me/password')
  @Answers(undefined, { about: 'Ends the other sessions.' })
  setPassword(
    @CurrentViewer() viewer: Viewer,
    @Body() request: ChangePasswordRequest,
    @CurrentDevice() device: Device,
  ): Promise<void> {
    return this.changePassword.change(viewer, request, device);
  }

  @Patch(':id')
  @AdminOnly()
  @Answers(UserView)
  setRole(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Body() { role }: ChangeRoleRequest,
  ): Promise<UserView> {
    return this.changeRole.change(viewer, id, role);
  }

  @Post(':id/deactivate')
  @AdminOnly()
  @Answers(DeactivatedView)
  leave(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<DeactivatedView> {
    return this.deactivate.leave(viewer, id);
  }

  @Post(':id/reactivate')
  @AdminOnly()
  @Answers(UserView)
  comeBack(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<UserView> {
    return this.deactivate.comeBack(viewer, id);
  }
}
