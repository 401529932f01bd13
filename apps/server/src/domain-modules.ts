import { CommunitiesModule } from '#communities';
import { UsersModule } from '#users';

/** Every domain of Kring, in the order in which they may know each other. */
export const domainModules = [UsersModule, CommunitiesModule];
