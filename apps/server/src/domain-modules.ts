import { CommunitiesModule } from '#communities';
import { RealtimeModule } from '#realtime';
import { UsersModule } from '#users';

/** Every domain of Kring, in the order in which they may know each other. */
export const domainModules = [UsersModule, CommunitiesModule, RealtimeModule];
