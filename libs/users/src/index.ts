export { PersonChip } from './dto/person-chip.view.ts';
export { UserView } from './dto/user.view.ts';
export { claimHandle, handleFor } from './handles.ts';
export { Newcomers } from './newcomers.ts';
export { People } from './people.ts';
export { personChip } from './person-chip.ts';
export { SetupCode } from './setup-code.ts';
export { UsersModule } from './users.module.ts';
