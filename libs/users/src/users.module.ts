import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Sessions } from '#access';
import { AcceptInvitation } from './accept-invitation.service.ts';
import { AccountCleaning } from './account-cleaning.ts';
import { AccountsController } from './accounts.controller.ts';
import { Attempts } from './attempts.ts';
import { BeginSession } from './begin-session.service.ts';
import { ChangeOrganisation } from './change-organisation.service.ts';
import { ChangePassword } from './change-password.service.ts';
import { ChangeRole } from './change-role.service.ts';
import { CreateAccount } from './create-account.service.ts';
import { Deactivate } from './deactivate.service.ts';
import { DirectoryReader } from './directory.reader.ts';
import { EditProfile } from './edit-profile.service.ts';
import { EndSessions } from './end-sessions.service.ts';
import { Invitation } from './entities/invitation.entity.ts';
import { User } from './entities/user.entity.ts';
import { InvitationsController } from './invitations.controller.ts';
import { InvitationsReader } from './invitations.reader.ts';
import { Invite } from './invite.service.ts';
import { InviteMany } from './invite-many.service.ts';
import { LogIn } from './log-in.service.ts';
import { MakeResetLink } from './make-reset-link.service.ts';
import { OrganisationController } from './organisation.controller.ts';
import { OrganisationReader } from './organisation.reader.ts';
import { OrganisationEventsPresenter } from './organisation-events.presenter.ts';
import { Passwords } from './passwords.ts';
import { People } from './people.ts';
import { ResetPassword } from './reset-password.service.ts';
import { ResetsController } from './resets.controller.ts';
import { SessionController } from './session.controller.ts';
import { SessionReader } from './session.reader.ts';
import { SessionCookies } from './session-cookies.ts';
import { SessionsController } from './sessions.controller.ts';
import { SetUp } from './set-up.service.ts';
import { SetupController } from './setup.controller.ts';
import { SetupCode } from './setup-code.ts';
import { StoredSessions } from './stored-sessions.ts';
import { UserEventsPresenter } from './user-events.presenter.ts';
import { UsersController } from './users.controller.ts';
import { UsersReader } from './users.reader.ts';

/** Global, because authentication stands before every route and people are named everywhere. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([User, Invitation])],
  controllers: [
    SetupController,
    SessionController,
    SessionsController,
    InvitationsController,
    UsersController,
    AccountsController,
    ResetsController,
    OrganisationController,
  ],
  providers: [
    AccountCleaning,
    StoredSessions,
    { provide: Sessions, useExisting: StoredSessions },
    SessionCookies,
    SessionReader,
    BeginSession,
    EndSessions,
    Attempts,
    Passwords,
    LogIn,
    SetupCode,
    SetUp,
    CreateAccount,
    Invite,
    InviteMany,
    AcceptInvitation,
    InvitationsReader,
    EditProfile,
    ChangePassword,
    MakeResetLink,
    ResetPassword,
    ChangeRole,
    Deactivate,
    UserEventsPresenter,
    OrganisationReader,
    OrganisationEventsPresenter,
    ChangeOrganisation,
    People,
    UsersReader,
    DirectoryReader,
  ],
  exports: [Sessions, SetupCode, People, UsersReader],
})
export class UsersModule {}
